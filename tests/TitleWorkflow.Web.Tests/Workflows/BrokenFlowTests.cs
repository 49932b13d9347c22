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
        ("no role", b => b.Set("town", "role", ""), "floor.missing-input", "$.root.activities[town].role"),
        ("a task for an auditor", b => b.Set("town", "role", "Auditor"), "floor.role", "$.root.activities[town].role"),
        ("a task for a designer", b => b.Set("town", "role", "ProcessDesigner"), "floor.role", "$.root.activities[town].role"),
        ("a task for an administrator", b => b.Set("town", "role", "Administrator"), "floor.role", "$.root.activities[town].role"),
        ("an office that is not there", b => b.Set("town", "scope", "Village"), "floor.unknown-word", "$.root.activities[town].scope"),
        ("no office", b => b.Set("town", "scope", ""), "floor.missing-input", "$.root.activities[town].scope"),
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
        ("a result nobody may ask about", b => b.RemoveAll("TitleWorkflow.AwaitReexamination"), "floor.reexamination-missing", "$.root.activities[notifyResult]"),
        ("a re-examination before anybody is told", b => b.Lead("signNotPassed", "Signed", "reexamination"), "assessments.reexamination-result-told", "$.root.activities[reexamination]"),
        ("a second ballot without a second reading", b => b.Lead("reexamination", "Upheld", "ballot"), "declarations.group-review-before-meeting", "$.root.activities[ballot]"),
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
        ("a step no line leads to", b => b.Lead("district", "Pass", "eligibility"), "activity.unreachable", "$.root.activities[city]"),
        ("a step that leads nowhere", b => b.Cut("notifyResult", "Done"), "activity.dead-end", "$.root.activities[notifyResult]"),
        ("two steps in a circle without a way out", b => b.Lead("eligibility", "Refuse", "eligibility", "Accept", "supplement"), "activity.dead-end", "$.root.activities[eligibility]"),
        ("an outcome nothing follows", b => b.Cut("ballot", "OverCap"), "outcome.unconnected", "$.root.activities[ballot]"),
        ("a line to a step that is not there", b => b.Lead("ballot", "OverCap", "nobody"), "connection.dangling", "$.root.connections["),
        ("a loop out of one of two branches", Loop, "connection.leaves-parallel-region", "$.root.connections["),
        ("an answer that leads both back and on", b => b.Connect("correctEmployerCheck", "Submit", "employerPublicity"), "connection.leaves-parallel-region", "$.root.connections["),
        ("a line back past the place it leads to", b => b.Lead("correctCity", "Submit", "supplement"), "connection.invalid-backward", "$.root.connections["),
        ("nothing that can come out", b => b.Compute("town", "outcomes", "Object", "[]"), "floor.missing-input", "$.root.activities[town].outcomes"),
        ("outcomes nobody knows before", b => b.Compute("town", "outcomes", "JavaScript", "['Pass']"), "floor.computed", "$.root.activities[town].outcomes"),
        ("a role nobody knows before", b => b.Compute("town", "role", "JavaScript", "'TownOfficer'"), "floor.computed", "$.root.activities[town].role"),
        ("a hop of the path nobody knows before", b => b.Compute("town", "hop", "JavaScript", "true"), "floor.computed", "$.root.activities[town].hop"),
        ("a hop of the path at the committee", b => b.Set("town", "scope", "OrganisingUnit"), "floor.hop", "$.root.activities[town].hop"),
        ("a hop of the path that is no vetting", b => b.Set("town", "form", "general"), "floor.hop", "$.root.activities[town].hop"),
        ("a hop of the path that first sends back", b => b.Compute("town", "outcomes", "Object", "[\"Return\", \"Pass\", \"Refuse\"]"), "floor.hop", "$.root.activities[town].hop"),
        ("a form nobody knows before", b => b.Compute("town", "form", "JavaScript", "'vetting'"), "floor.computed", "$.root.activities[town].form"),
        ("a role by its number", b => b.Set("town", "role", "16"), "floor.unknown-word", "$.root.activities[town].role"),
        ("two roles at once", b => b.Set("town", "role", "TownOfficer,CityOfficer"), "floor.unknown-word", "$.root.activities[town].role"),
        ("days before there were any", b => b.Set("town", "dueWorkingDays", -3), "floor.due-days", "$.root.activities[town].dueWorkingDays"),
        ("lateness where nothing is late", b => { b.Set("town", "dueWorkingDays", 0); b.Set("town", "escalateTo", "DistrictOfficer"); }, "floor.escalation", "$.root.activities[town].escalateTo"),
        ("lateness told to the applicant", b => { b.Set("town", "dueWorkingDays", 5); b.Set("town", "escalateTo", "Applicant"); }, "floor.escalation", "$.root.activities[town].escalateTo"),
        ("an applicant who vets", b => b.Set("town", "scope", "Applicant"), "floor.own-case", "$.root.activities[town].scope"),
        ("an applicant's task for an office", b => b.Set("correctTown", "scope", "Town"), "floor.own-case", "$.root.activities[correctTown].scope"),
        ("an employer who confirms", b => b.Set("confirm", "role", "EmployerHr"), "floor.form-role", "$.root.activities[confirm].form"),
        ("a signature asked for by a task", b => b.Set("postResult", "form", "signature"), "floor.form-role", "$.root.activities[postResult].form"),
        ("days that are counted when the time comes", b => b.Compute("resultPublicity", "days", "JavaScript", "3"), "floor.publicity-days", "$.root.activities[resultPublicity].days"),
        ("four days, said without a type", b => b.Step("resultPublicity")["days"] = 4, "floor.publicity-days", "$.root.activities[resultPublicity].days"),
        ("publicity for four thousand years", b => b.Set("resultPublicity", "days", 1_000_000), "floor.publicity-days", "$.root.activities[resultPublicity].days"),
        ("a quorum of one's own", b => b.Set("ballot", "quorum", 0.5), "floor.ballot-fixed", "$.root.activities[ballot].quorum"),
        ("a ballot by show of hands", b => b.Set("ballot", "secret", false), "floor.ballot-fixed", "$.root.activities[ballot].secret"),
        ("a ballot of those recused", b => b.Set("ballot", "recusedMayVote", true), "floor.ballot-fixed", "$.root.activities[ballot].recusedMayVote"),
        ("a vote by task", b => b.Step("ballot")["type"] = "TitleWorkflow.HumanTask", "floor.step-missing", "$.root.activities[certificate]"),
        ("up to the town before publicity at the employer", b => b.Lead("employerCheck", "Pass", "recommend"), "declarations.employer-publicity-first", "$.root.activities[town]"),
        ("straight up to the unit", b => b.Lead("correctEmployerCheck", "Submit", "eligibility"), "declarations.employer-publicity-first", "$.root.activities[eligibility]"),
        ("a dossier nobody has signed", b => b.Lead("start", "Done", "employerCheck"), "declarations.commitment-signed", "$.root.activities[employerCheck]"),
        ("a return nobody corrects", b => b.Lead("town", "Return", "district"), "declarations.commitment-signed", "$.root.activities[district]"),
        ("a refusal that goes on", b => b.Lead("town", "Refuse", "district"), "declarations.not-ended", "$.root.activities[district]"),
        ("a meeting without acceptance", b => b.Lead("eligibility", "Accept", "assignGroup"), "declarations.accepted-before-assessment", "$.root.activities[groupReview]"),
        ("a group nobody is assigned to", b => b.Lead("accept", "Done", "groupReview"), "assessments.three-experts", "$.root.activities[groupReview]"),
        ("a ballot before the group has read", b => b.Lead("assignGroup", "Assign", "ballot"), "declarations.group-review-before-meeting", "$.root.activities[ballot]"),
        ("a result posted before it is signed", b => b.Lead("ballot", "Passed", "postResult"), "declarations.result-signed", "$.root.activities[postResult]"),
        ("a result posted that is no pass", b => b.Lead("ballot", "NotPassed", "signPassed"), "declarations.passed-only", "$.root.activities[postResult]"),
        ("a pass told as a failure", b => b.Lead("ballot", "Passed", "signNotPassed"), "declarations.not-passed-only", "$.root.activities[notifyResult]"),
        ("a result confirmed before its publicity", b => b.Lead("postResult", "Post", "confirm"), "declarations.result-publicity-first", "$.root.activities[confirm]"),
        ("a certificate before confirmation", b => b.Lead("resultPublicity", "Clear", "certificate"), "declarations.confirmed-before-certificate", "$.root.activities[certificate]"),
        ("a supplement nobody has asked for", b => b.Lead("eligibility", "Accept", "supplement"), "reviews.notice-names-items", "$.root.activities[supplement]"),
        ("a case reopened that has not lapsed", b => b.Lead("supplement", "Supplied", "reopening"), "reviews.lapsed-only", "$.root.activities[reopening]"),
        ("a signature without a ballot", b => b.Lead("groupReview", "Done", "signNotPassed"), "assessments.meeting-closed", "$.root.activities[signNotPassed]"),
        ("a ballot inside a loop", b => b.Nest("ballot"), "floor.place", "$.root.activities[ballot].body"),
        ("an event that begins at the certificate", b => b.Trigger("certificate"), "declarations.confirmed-before-certificate", "$.root.activities[certificate]"),
        ("a certificate in a placeholder in a placeholder", b => b.Hide("postResult"), "activity.placeholder", "$.root.activities[postResult]"),
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

    private static void Loop(DrawingBoard board)
    {
        board.Fork("town", "district", "Pass");
        board.Lead("district", "Return", "correctTown");
        board.Lead("districtToo", "Return", "city");
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
