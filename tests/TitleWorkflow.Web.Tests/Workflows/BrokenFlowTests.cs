using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Workflows;

public sealed class BrokenFlowServer : Server;

/// <summary>Flows with one defect each: none is submitted, and each refusal says what is wrong and where.</summary>
public sealed partial class BrokenFlowTests(BrokenFlowServer server) : IClassFixture<BrokenFlowServer>
{
    private static readonly (string Name, Action<DrawingBoard> Break, string Code, string Path)[] Table =
    [
        ("a step of a type nobody knows", b => b.Step("town")["type"] = "No.Such", "activity.unknown-type", "$.root.activities[town].type"),
        ("two steps with one id", b => b.Step("district")["id"] = "town", "activity.duplicate-id", "$.root.activities[6].id"),
        ("a line from an outcome that is not there", b => b.Way("town", "Pass")["source"]!["port"] = "Nope", "connection.undeclared-outcome", "$.root.connections["),
        ("a role nobody has", b => b.Set("town", "role", "Mayor"), "floor.unknown-word", "$.root.activities[town].role"),
        ("no role", b => b.Set("town", "role", ""), "floor.unknown-word", "$.root.activities[town].role"),
        ("a task for an auditor", b => b.Set("town", "role", "Auditor"), "floor.role", "$.root.activities[town].role"),
        ("a task for a designer", b => b.Set("town", "role", "ProcessDesigner"), "floor.role", "$.root.activities[town].role"),
        ("a task for an administrator", b => b.Set("town", "role", "Administrator"), "floor.role", "$.root.activities[town].role"),
        ("an office that is not there", b => b.Set("town", "scope", "Village"), "floor.unknown-word", "$.root.activities[town].scope"),
        ("no office", b => b.Set("town", "scope", ""), "floor.unknown-word", "$.root.activities[town].scope"),
        ("a stage that is not there", b => b.Set("town", "stage", "Party"), "floor.unknown-word", "$.root.activities[town].stage"),
        ("a status that is not there", b => b.Set("town", "status", "Lost"), "floor.unknown-word", "$.root.activities[town].status"),
        ("four days of result publicity", b => b.Set("resultPublicity", "days", 4), "floor.publicity-days", "$.root.activities[resultPublicity].days"),
        ("four days, typed in", b => b.Set("resultPublicity", "days", "4"), "floor.publicity-days", "$.root.activities[resultPublicity].days"),
        ("one day of employer publicity", b => b.Set("employerPublicity", "days", 1), "floor.publicity-days", "$.root.activities[employerPublicity].days"),
        ("publicity of less than no days", b => b.Set("employerPublicity", "days", -1), "floor.publicity-days", "$.root.activities[employerPublicity].days"),
        ("publicity of a kind that is not there", b => b.Set("resultPublicity", "kind", "Secret"), "floor.unknown-word", "$.root.activities[resultPublicity].kind"),
        ("no employer publicity", b => b.Remove("employerPublicity"), "floor.step-missing", "$.root.activities[certificate]"),
        ("no result publicity", b => b.Remove("resultPublicity"), "floor.step-missing", "$.root.activities[certificate]"),
        ("no group review", b => b.RemoveAll("TitleWorkflow.ReviewInGroup"), "floor.step-missing", "$.root.activities[certificate]"),
        ("no ballot", b => b.RemoveAll("TitleWorkflow.HoldBallot"), "floor.step-missing", "$.root.activities[certificate]"),
        ("no signature", b => b.RemoveAll("TitleWorkflow.AwaitSignature"), "floor.step-missing", "$.root.activities[certificate]"),
        ("a variable of a type nobody knows", b => b.List("variables").Add(Variable("a", "Nonsense", null)), "variable.unknown-type", "$.variables[0].typeName"),
        ("two variables with one id", b => Twice(b.List("variables"), () => Variable("a", "String", null)), "variable.duplicate-id", "$.variables[1].id"),
        ("a number that begins as a word", b => b.List("variables").Add(Variable("a", "Int32", "many")), "variable.bad-default", "$.variables[0].value"),
        ("two inputs with one name", b => b.List("inputs").Add(new JsonObject { ["name"] = "Declaration", ["type"] = "String" }), "definition.duplicate-input", "$.inputs[1].name"),
        ("two outputs with one name", b => Twice(b.List("outputs"), () => new JsonObject { ["name"] = "R", ["type"] = "String" }), "definition.duplicate-output", "$.outputs[1].name"),
        ("a script that does not parse", b => b.Compute("town", "form", "JavaScript", "return ("), "expression.script", "$.root.activities[town].form"),
        ("an expression of a kind nobody reads", b => b.Compute("town", "form", "Liquid", "{{ x }}"), "expression.unsupported-kind", "$.root.activities[town].form"),
        ("a variable nobody has declared", b => b.Compute("town", "form", "Variable", new JsonObject { ["id"] = "none" }), "variable.unknown", "$.root.activities[town].form"),
        ("an input the flow has not", b => b.Compute("town", "form", "Input", "None"), "input.unknown", "$.root.activities[town].form"),
        ("days that are no number", b => b.Set("town", "dueWorkingDays", "soon"), "input.wrong-type", "$.root.activities[town].dueWorkingDays"),
    ];

    public static TheoryData<string> Names => [.. Table.Select(row => row.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task A_broken_flow_is_kept_as_a_draft_and_not_submitted(string name)
    {
        var (_, breaks, code, path) = Table.Single(row => row.Name == name);
        var board = await DrawingBoard.Open(server, "designer");
        breaks(board);
        var flow = "broken-" + Array.FindIndex(Table, row => row.Name == name);
        var place = StepId().Replace(path, id => int.TryParse(id.Value, out _) ? id.Value : $"{board.PlaceOf(id.Value)}");
        board.Model["definitionId"] = flow;

        var refused = await board.Save(publish: true);

        refused.Invalid();
        Assert.Contains($"[{code} {place}", refused.Text, StringComparison.Ordinal);
        var states = (await board.Get($"workflow-definitions?versionOptions=AllVersions&DefinitionIds={flow}")).Done();
        Assert.Equal(flow + "~draft", states.Items("items").Single().Text("id"));
    }

    private static void Twice(JsonArray list, Func<JsonObject> item)
    {
        list.Add(item());
        list.Add(item());
    }

    private static JsonObject Variable(string id, string type, string? value) =>
        new() { ["id"] = id, ["name"] = id, ["typeName"] = type, ["isArray"] = false, ["value"] = value };

    [GeneratedRegex(@"(?<=activities\[)\w+(?=\])")]
    private static partial Regex StepId();
}
