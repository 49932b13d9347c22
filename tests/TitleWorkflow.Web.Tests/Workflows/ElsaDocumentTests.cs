using System.Text.Json.Nodes;
using TitleWorkflow.Application;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Trials;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Workflows;

public sealed class ElsaDocumentServer : Server;

/// <summary>Flows as Elsa writes them, of many shapes: each opens in the designer, is saved as it was, and runs as it says.</summary>
public sealed class ElsaDocumentTests(ElsaDocumentServer server) : IClassFixture<ElsaDocumentServer>
{
    // What is written, what waits (with dots), what comes with an answer, and how it ends.
    private static readonly (string Name, string Input, TrialAnswer[] Answers, string Trace)[] Table =
    [
        ("parallel-branches", "{}", [Ask("wait2", null)], "left | …slow | right | joined | …wait1 | …wait2 | won | Finished"),
        ("while-loop", "{}", [], "n = 0 | n = 1 | n = 2 | once at 3 | after | Finished"),
        ("counted-loops", "{}", [],
            "number 3 | number 2 | number 1 | 0 x | …pause | 1 y | …pause | begin p | begin q | …rest | …rest | finish p | finish q | after | Finished"),
        ("flow-switch", """{ "Amount": 102 }""", [], "large | even | b | Finished"),
        ("first-of-many", "{}", [], "…day | …hour | …call | in time | after | Finished"),
        ("add-one", """{ "Number": 41 }""", [], "adding to 41 | …pause | Finished"),
        ("sub-flow", "{}", [], "adding to 1 | …pause | adding to 2 | …pause | much: 3 | Finished"),
        ("clocks", "{}", [], "…delay1 | one | …timer1 | two | three | …future | four | Finished"),
        ("events", "{}", [Ask("ask", """{ "who": "ben" }"""), Ask("task", "\"fine\"")], "…ask | …task | ben says fine | Finished"),
        ("bulk-dispatch", "{}", [], "…bulk | adding to 1 | …pause | adding to 5 | …pause | …bulk | sums [{\"Sum\":2},{\"Sum\":6}] | Finished"),
        ("nested", "{}", [], "open | y1 | y2 own | y3 | p1 | …nap | p3 | close | Finished"),
    ];

    public static TheoryData<string> Names => [.. Table.Select(row => row.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task It_opens_with_all_the_designer_needs_and_is_saved_as_it_was(string name)
    {
        var board = await Board("add-one");
        if (name != "add-one")
        {
            await Publish(board, "add-one");
            board = await Board(name);
        }

        var known = (await board.Get("descriptors/activities")).Done().Items("items").Select(d => (d.Text("typeName"), d.Number("version"))).ToHashSet();
        var shown = Steps(board.Model["root"]!).ToList();
        Assert.All(shown, step => Assert.Contains((step.Text("type"), step.Number("version")), known));
        Assert.All(shown, step => Assert.EndsWith(":" + step.Text("id"), step.Text("nodeId"), StringComparison.Ordinal));
        Assert.DoesNotContain(shown, step => step.Text("type") == "Elsa.NotFoundActivity");

        var isDrawn = board.Model["root"]!.Text("type") == "Elsa.Flowchart";
        Assert.Equal(isDrawn, board.Model["links"]!.AsArray().Count > 0);
        if (isDrawn)
        {
            (await board.Save()).Done();
        }
        else
        {
            (await board.Act(HttpMethod.Post, "workflow-definitions/import", board.Model)).Done();
        }

        Assert.Equal(Meaning(File(name)), Meaning((await board.Get($"workflow-definitions/{name}/export?versionOptions=Latest")).Text));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task It_runs_as_it_says(string name)
    {
        var (_, input, answers, expected) = Table.Single(row => row.Name == name);
        var trace = new List<string>();
        var trial = new Trial(Stored(name), ActivityCatalog.FromAssemblies(typeof(ApplicationSetup).Assembly))
        {
            Others = name == "add-one" ? [] : [Stored("add-one")],
            Input = JsonNode.Parse(input)!.AsObject().ToDictionary(),
            Answers = answers,
            Now = new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero),
        };

        var result = await TrialRun.RunAsync(trial, happened => trace.AddRange(Said(happened)), default);

        Assert.Empty(result.Instance!.Incidents);
        Assert.Equal(expected, string.Join(" | ", trace.Append($"{result.Instance.SubStatus}")));
    }

    [Fact]
    public async Task A_flow_in_force_that_may_be_a_step_is_offered_with_what_it_needs_and_what_comes_out()
    {
        var board = await Board("add-one");
        await Publish(board, "add-one");

        var offered = (await board.Get("descriptors/activities")).Done().Items("items").Single(d => d.Text("typeName") == "AddOne" && d.Flag("isBrowsable"));

        Assert.Equal(("Number", "Int32"), (offered.Items("inputs").Single().Text("name"), offered.Items("inputs").Single().Text("typeName")));
        Assert.Equal("Sum", offered.Items("outputs").Single().Text("name"));
        Assert.Equal(["Root: Embedded", "Much: Flow", "Little: Flow"], offered.Items("ports").Select(p => $"{p.Text("name")}: {p.Text("type")}"));
        Assert.Equal("add-one", offered.Part("constructionProperties").Text("workflowDefinitionId"));
    }

    private static IEnumerable<string> Said(TrialEvent happened) => happened switch
    {
        TrialLine { Text: var text } => [text],
        TrialEntry { Entry: { EventName: "Suspended" } entry } when !IsContainer(entry.ActivityType) => ["…" + entry.ActivityId],
        _ => [],
    };

    private static bool IsContainer(string type) => type is "Elsa.Workflow";

    private async Task<DrawingBoard> Board(string name)
    {
        var person = await DrawingBoard.Open(server, "designer");
        var states = (await person.Get($"workflow-definitions?versionOptions=AllVersions&definitionIds={name}")).Done();
        if (states.Items("items").Count == 0)
        {
            (await person.Act(HttpMethod.Post, "workflow-definitions/import", JsonNode.Parse(File(name)))).Done();
        }

        return await DrawingBoard.Open(server, "designer", name);
    }

    private async Task Publish(DrawingBoard board, string name)
    {
        if (board.Model.Flag("isPublished"))
        {
            return;
        }

        (await board.Act(HttpMethod.Post, $"workflow-definitions/{name}/publish", new { })).Invalid();
        var approver = await server.As("designer2");
        var version = (await approver.Get($"/flows/{name}")).Done().Items("versions")[0].Text("versionId");
        (await approver.Post($"/flows/versions/{version}/publish")).Done();
    }

    private static IEnumerable<JsonNode> Steps(JsonNode? node) => node switch
    {
        JsonObject json => json.Where(m => m.Key is not ("metadata" or "customProperties" or "connections" or "variables"))
            .SelectMany(m => Steps(m.Value)).Concat(json.ContainsKey("nodeId") ? [json] : []),
        JsonArray list => list.SelectMany(Steps),
        _ => [],
    };

    // All that is said, in whatever order, without which copy of it this is.
    private static string Meaning(string json) => WorkflowDocument.Parse(json).ContentHash();

    private static StoredDefinition Stored(string name) => new($"{name}-1", name, 1, File(name));

    private static string File(string name) =>
        System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", name + ".json"));

    private static TrialAnswer Ask(string id, string? result) =>
        new() { ActivityId = id, Result = result is null ? null : JsonNode.Parse(result) };
}
