namespace TitleWorkflow.Web.Tests.CommandLine;

public sealed class CheckFlowsTests : IDisposable
{
    private readonly FlowCommand command = new();

    public void Dispose() => command.Dispose();

    [Fact]
    public async Task The_shipped_flows_have_no_errors()
    {
        var answer = await command.Run("check", Path.Combine(Architecture.House.Root, "workflows"));

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.DoesNotContain(answer.Lines, line => line.Contains(": error: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Errors_are_told_by_their_JSON_path()
    {
        command.With("bad.json", """
            { "root": { "id": "s", "type": "Elsa.Sequence", "activities": [{ "id": "x", "type": "Acme.Lamp" }] } }
            """);

        var answer = await command.Run("check", "bad.json");

        Assert.Equal(
            ["bad.json: $.root.activities[0].type: error: No activity type 'Acme.Lamp' is known. [activity.unknown-type]"],
            answer.Lines);
        Assert.Equal(1, answer.ExitCode);
    }

    [Fact]
    public async Task What_is_no_flow_at_all_is_an_error_among_the_others()
    {
        var answer = await command.With("flows/bad.json", "[]").With("flows/good.json", "{}").Run("check", "flows", "--json");

        Assert.Equal(
            ["""{"file":"flows/bad.json","path":"$","severity":"error","code":"document.not-an-object","message":"A workflow definition is a JSON object."}"""],
            answer.Lines);
        Assert.Equal(1, answer.ExitCode);
    }

    [Fact]
    public async Task Flows_checked_together_know_one_another()
    {
        command
            .With("inner.json", """{ "definitionId": "inner", "name": "Inner", "options": { "usableAsActivity": true } }""")
            .With("outer.json", """{ "root": { "id": "x", "type": "Inner" } }""");

        Assert.Equal(1, (await command.Run("check", "outer.json")).ExitCode);
        Assert.Equal(0, (await command.Run("check", "outer.json", "inner.json")).ExitCode);
    }
}
