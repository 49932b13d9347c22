using System.Text.Json.Nodes;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Instances;

/// <summary>
/// A product whose flow begins with a script that fails as long as the variable <c>ready</c> is false, and says more than it
/// should.
/// </summary>
public sealed class GatedFlowServer : Server
{
    private readonly string flows = Directory.CreateTempSubdirectory("titleworkflow-flows-").FullName;

    protected override string? Flows => flows;

    protected override int MoreApplicants => 9;

    public override async Task InitializeAsync()
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "workflows", "title-review.json");
        var flow = JsonNode.Parse(await File.ReadAllTextAsync(shipped))!;
        flow["variables"] = JsonNode.Parse(
            """
            [ { "id": "ready", "name": "ready", "typeName": "Boolean", "value": "false",
                "storageDriverTypeName": "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core" } ]
            """);
        var chart = flow["root"]!;
        chart["connections"]!.AsArray().Single(c => (string?)c!["source"]!["activity"] == "start")!["target"]!["activity"] = "gate";
        chart["connections"]!.AsArray().Add(JsonNode.Parse(
            """{ "source": { "activity": "gate", "port": "Done" }, "target": { "activity": "declare", "port": "In" } }"""));
        chart["activities"]!.AsArray().Add(JsonNode.Parse(
            """
            { "id": "gate", "type": "Elsa.RunJavaScript", "version": 1, "metadata": { "displayText": "前置检查" },
              "script": { "typeName": "String", "expression": { "type": "Literal",
                "value": "if (!variables.ready) { throw new Error('closed for ' + String.fromCharCode(0x738b, 0x5c0f, 0x660e)); }" } } }
            """));
        await File.WriteAllTextAsync(Path.Combine(flows, "title-review.json"), flow.ToJsonString());
        await base.InitializeAsync();
    }
}
