using System.Text.Json.Nodes;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Web.Studio;

/// <summary>Writes a state of a flow as the designer expects it: every member there, every node known, and what the reader may do.</summary>
internal sealed class DesignJson(ActivityCatalog catalog, ICurrentUser user)
{
    /// <summary>What is said about a flow on the way to the designer and is no part of it.</summary>
    public static readonly string[] Envelope =
        ["links", "tenantId", "materializerName", "materializerContext", "isMaterializerAvailable", "providerName"];

    private static readonly string[] Lists = ["variables", "inputs", "outputs", "outcomes"];

    private static readonly string[] OptionNames =
    [
        "activationStrategyType", "usableAsActivity", "autoUpdateConsumingWorkflows", "activityCategory", "incidentStrategyType",
        "commitStrategyName",
    ];

    public JsonObject Of(FlowDesign design)
    {
        var shown = DesignerCopy.Show(WorkflowDocument.Parse(design.Json), design.Steps ?? catalog);
        var json = JsonNode.Parse(shown.ToJson())!.AsObject();
        json.Remove("$schema");
        foreach (var (name, value) in Head(design, shown))
        {
            json[name] = value?.DeepClone();
        }

        foreach (var list in Lists)
        {
            List(json, list);
        }

        json["description"] ??= "";
        Members(json, "customProperties");
        var options = Members(json, "options");
        foreach (var option in OptionNames)
        {
            options.TryAdd(option, null);
        }

        options["usableAsActivity"] ??= false;
        options["autoUpdateConsumingWorkflows"] ??= false;
        Complete(json["root"] as JsonObject);
        return json;
    }

    public JsonObject Summary(FlowDesign design)
    {
        var document = WorkflowDocument.Parse(design.Json);
        var summary = Head(design, document);
        summary["description"] = document.Description;
        summary["isMaterializerAvailable"] = true;
        return summary;
    }

    private JsonObject Head(FlowDesign design, WorkflowDocument document) => new()
    {
        ["id"] = design.VersionId,
        ["definitionId"] = design.DefinitionId,
        ["name"] = design.Name,
        ["createdAt"] = design.At,
        ["version"] = design.Number,
        ["toolVersion"] = "3.8.0.0",
        ["isLatest"] = design.IsLatest,
        ["isPublished"] = design.IsInForce,
        ["isReadonly"] = false,
        ["isSystem"] = false,
        ["materializerName"] = "Json",
        ["materializerContext"] = null,
        ["providerName"] = null,
        ["links"] = Links(design, document),
    };

    // Without this link the designer shows and does not change; other shapes than flowcharts it cannot draw.
    private JsonArray Links(FlowDesign design, WorkflowDocument document) =>
        design.IsLatest && document.Root.Type == "Elsa.Flowchart" && StudioSetup.Writers.Any(user.Has)
            ? [new JsonObject { ["href"] = $"/workflow-definitions/{design.DefinitionId}/publish", ["rel"] = "publish", ["method"] = "POST" }]
            : [];

    private static void Complete(JsonObject? root)
    {
        if (root is null)
        {
            return;
        }

        if (root["type"]?.ToString() == "Elsa.Flowchart")
        {
            List(root, "activities");
            List(root, "connections");
        }

        List(root, "variables");
        Members(root, "metadata");
        Members(root, "customProperties");
    }

    // The designer stops at a member that is missing or of another kind.
    private static void List(JsonObject json, string name)
    {
        if (json[name] is not JsonArray)
        {
            json[name] = new JsonArray();
        }
    }

    private static JsonObject Members(JsonObject json, string name)
    {
        if (json[name] is not JsonObject members)
        {
            json[name] = members = [];
        }

        return members;
    }
}
