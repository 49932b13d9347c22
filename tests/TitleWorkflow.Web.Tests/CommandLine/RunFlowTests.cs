using System.Text.Json.Nodes;

namespace TitleWorkflow.Web.Tests.CommandLine;

public sealed class RunFlowTests : IDisposable
{
    private const string Rework = """
        { "definitionId": "rework", "outputs": [{ "name": "Comment", "type": "String" }],
          "root": { "id": "F", "type": "Elsa.Flowchart", "activities": [
            { "id": "start", "type": "Elsa.Start" },
            { "id": "review", "type": "Acme.Review",
              "assignee": { "typeName": "String", "expression": { "type": "JavaScript", "value": "getInput('Who')" } },
              "comment": { "typeName": "String", "memoryReference": { "id": "Comment" } } },
            { "id": "rework", "type": "Elsa.WriteLine", "text": "改 & again" },
            { "id": "done", "type": "Elsa.End" } ],
          "connections": [
            { "source": { "activity": "start", "port": "Done" }, "target": { "activity": "review" } },
            { "source": { "activity": "review", "port": "Approve" }, "target": { "activity": "done" } },
            { "source": { "activity": "review", "port": "Reject" }, "target": { "activity": "rework" } },
            { "source": { "activity": "rework", "port": "Done" }, "target": { "activity": "review" } } ] } }
        """;

    private readonly FlowCommand command = new();

    public void Dispose() => command.Dispose();

    private static string Sequence(string id, params string[] steps) =>
        $$"""{ "id": "{{id}}-1", "definitionId": "{{id}}", "name": "{{id}}", "options": { "usableAsActivity": true }, "root": { "id": "s", "type": "Elsa.Sequence", "activities": [{{string.Join(',', steps)}}] } }""";

    [Fact]
    public async Task A_flow_is_answered_from_a_file_and_tells_what_happens_as_it_happens()
    {
        command.With("flow.json", Rework).With("answers.json", """
            [{ "type": "Acme.Review", "outcome": "Reject" }, { "activityId": "review", "outcome": "Approve", "result": { "comment": "fine" } }]
            """);

        var answer = await command.Run("run", "flow.json", "--input", """{ "Who": "ben" }""", "--answers", "answers.json", "--json");

        Assert.Equal(
            [
                """{"seq":1,"activityId":"Workflow1","type":"Elsa.Workflow","event":"Started","outcomes":[]}""",
                """{"seq":2,"activityId":"F","type":"Elsa.Flowchart","event":"Started","outcomes":[]}""",
                """{"seq":3,"activityId":"start","type":"Elsa.Start","event":"Started","outcomes":[]}""",
                """{"seq":4,"activityId":"start","type":"Elsa.Start","event":"Completed","outcomes":["Done"]}""",
                """{"seq":5,"activityId":"review","type":"Acme.Review","event":"Started","outcomes":[]}""",
                """{"seq":6,"activityId":"review","type":"Acme.Review","event":"Suspended","outcomes":[]}""",
                """{"seq":7,"activityId":"review","type":"Acme.Review","event":"Resumed","outcomes":[]}""",
                """{"seq":8,"activityId":"review","type":"Acme.Review","event":"Completed","outcomes":["Reject"]}""",
                """{"seq":9,"activityId":"rework","type":"Elsa.WriteLine","event":"Started","outcomes":[]}""",
                """{"line":"改 & again"}""",
                """{"seq":10,"activityId":"rework","type":"Elsa.WriteLine","event":"Completed","outcomes":["Done"]}""",
                """{"seq":11,"activityId":"review","type":"Acme.Review","event":"Started","outcomes":[]}""",
                """{"seq":12,"activityId":"review","type":"Acme.Review","event":"Suspended","outcomes":[]}""",
                """{"seq":13,"activityId":"review","type":"Acme.Review","event":"Resumed","outcomes":[]}""",
                """{"seq":14,"activityId":"review","type":"Acme.Review","event":"Completed","outcomes":["Approve"]}""",
                """{"seq":15,"activityId":"done","type":"Elsa.End","event":"Started","outcomes":[]}""",
                """{"seq":16,"activityId":"done","type":"Elsa.End","event":"Completed","outcomes":["Done"]}""",
                """{"seq":17,"activityId":"F","type":"Elsa.Flowchart","event":"Completed","outcomes":["Done"]}""",
                """{"seq":18,"activityId":"Workflow1","type":"Elsa.Workflow","event":"Completed","outcomes":["Done"]}""",
                """{"output":{"Comment":"fine"}}""",
                """{"status":"Finished","subStatus":"Finished"}""",
            ],
            answer.Lines);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
    }

    [Fact]
    public async Task Without_an_answer_the_flow_waits_at_its_bookmark()
    {
        var answer = await command.With("flow.json", Rework).Run("run", "flow.json", "--input", """{ "Who": "ben" }""");

        var bookmark = JsonNode.Parse(answer.Lines[^2])!["bookmark"]!;
        Assert.Equal(("review", "Acme.Review", "ben"),
            ((string?)bookmark["activityId"], (string?)bookmark["name"], (string?)bookmark["payload"]!["assignee"]));
        Assert.Equal("""{"status":"Running","subStatus":"Suspended"}""", answer.Lines[^1]);
        Assert.Equal(3, answer.ExitCode);
    }

    [Fact]
    public async Task A_fault_is_an_incident_and_an_exit_code()
    {
        var answer = await command
            .With("flow.json", Sequence("flow", """{ "id": "f", "type": "Elsa.Fault", "message": "no way" }"""))
            .Run("run", "flow.json");

        Assert.Equal("no way", (string?)JsonNode.Parse(answer.Lines[^2])!["incident"]!["message"]);
        Assert.Equal("""{"status":"Finished","subStatus":"Faulted"}""", answer.Lines[^1]);
        Assert.Equal(2, answer.ExitCode);
    }

    [Fact]
    public async Task A_virtual_clock_leaps_over_waits_of_hours()
    {
        var answer = await command
            .With("flow.json", Sequence("flow", """{ "id": "d", "type": "Elsa.Delay", "timeSpan": "48:00:00" }"""))
            .Run("run", "flow.json");

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("""{"seq":5,"activityId":"d","type":"Elsa.Delay","event":"Resumed","outcomes":[]}""", answer.Lines);
    }

    [Fact]
    public async Task Everything_that_waits_can_be_resumed_round_by_round()
    {
        var answer = await command
            .With("flow.json", Sequence(
                "flow", """{ "id": "e", "type": "Elsa.Event", "eventName": "Rain" }""", """{ "id": "t", "type": "Elsa.RunTask", "taskName": "dry" }"""))
            .Run("run", "flow.json", "--resume", "all");

        Assert.Equal("""{"status":"Finished","subStatus":"Finished"}""", answer.Lines[^1]);
    }

    [Fact]
    public async Task Other_flows_come_from_a_folder_and_write_into_the_same_lines()
    {
        var answer = await command
            .With("flows/child.json", Sequence("child", """{ "id": "w", "type": "Elsa.WriteLine", "text": "in the child" }"""))
            .With("flow.json", Sequence("parent",
                """{ "id": "x", "type": "Elsa.ExecuteWorkflow", "workflowDefinitionId": "child" }""",
                """{ "id": "c", "type": "Child" }"""))
            .Run("run", "flow.json", "--definitions", "flows");

        Assert.Equal(2, answer.Lines.Count(line => line == """{"line":"in the child"}"""));
        Assert.Contains(answer.Lines, line => line.StartsWith("""{"child":{"workflowInstanceId":""", StringComparison.Ordinal));
        Assert.Equal(0, answer.ExitCode);
    }

    [Fact]
    public async Task The_shipped_flow_is_tried_with_answers_for_its_steps()
    {
        var flow = Path.Combine(Architecture.House.Root, "workflows", "title-review.json");
        command.With("answers.json", """[{ "activityId": "declare", "outcome": "Submit" }, { "type": "TitleWorkflow.HumanTask", "outcome": "Refuse" }]""");

        var answer = await command.Run("run", flow, "--answers", "answers.json", "--input", """{ "Declaration": "1" }""");

        Assert.Contains(answer.Lines, line => line.Contains("\"employerCheck\"", StringComparison.Ordinal)
            && line.EndsWith("""
                "event":"Completed","outcomes":["Refuse"]}
                """, StringComparison.Ordinal));
        Assert.Equal(0, answer.ExitCode);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run", "missing.json")]
    [InlineData("run", "flow.json", "--mode", "guess")]
    [InlineData("run", "flow.json", "--input", "[1]")]
    [InlineData("run", "flow.json", "--answers", "flow.json")]
    public async Task Misuse_is_told_on_the_error_stream_alone(params string[] arguments)
    {
        var answer = await command.With("flow.json", Rework).Run(arguments);

        Assert.Equal(1, answer.ExitCode);
        Assert.Empty(answer.Lines);
        Assert.NotEmpty(answer.Error);
    }
}
