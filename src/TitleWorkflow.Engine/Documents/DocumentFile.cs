using System.Text.Json;
using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Engine.Documents;

/// <summary>
/// A document as a file: equal flows are equal texts, whoever drew them and wherever they are stored, so that a difference
/// between two files is a difference between two flows.
/// </summary>
public static class DocumentFile
{
    private const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    private static readonly string[] First =
    [
        "$schema", "definitionId", "id", "nodeId", "name", "type", "version", "displayName", "typeName", "description", "toolVersion",
        "isReadonly", "isSystem", "source", "target", "variables", "inputs", "outputs", "outcomes", "customProperties", "options", "metadata",
        "displayText", "englishText", "width", "height",
    ];

    // What a step needs stands between these two, in the order in which the designer shows it.
    private static readonly string[] FirstOfStep = ["id", "nodeId", "name", "type", "version", "customProperties", "metadata"];
    private static readonly string[] Last = ["root", "variables", "activities", "connections"];

    /// <summary>
    /// The text: members in one order, two spaces of indentation, and nothing about which copy it is (id, number, flags and time
    /// of a version; the definition's id stays).
    /// </summary>
    /// <param name="document">The flow; members nobody knows are kept.</param>
    /// <param name="catalog">Gives the order of a known step's inputs; all other members stand in ordinal order.</param>
    public static string Write(WorkflowDocument document, ActivityCatalog catalog)
    {
        var copy = WorkflowDocument.Parse(document.ToJson());
        var steps = copy.Nodes.ToDictionary<ActivityNode, object, ActivityDescriptor?>(
            n => n.Json, n => catalog.Find(n.Type, n.Version), ReferenceEqualityComparer.Instance);
        foreach (var member in WorkflowDocument.IdentityMembers)
        {
            copy.Json.Remove(member);
        }

        copy.Json["$schema"] = Schema;
        return Ordered(copy.Json)!.ToJsonString(JsonMembers.Indented) + "\n";

        JsonNode? Ordered(JsonNode? node) => node switch
        {
            JsonObject members => new JsonObject(
                members.OrderBy(m => Place(members, m.Key)).ThenBy(m => m.Key, StringComparer.Ordinal)
                    .Select(m => KeyValuePair.Create(m.Key, Ordered(m.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Ordered)]),
            _ => node?.DeepClone(),
        };

        int Place(JsonObject members, string name) => steps.TryGetValue(members, out var known)
            ? PlaceInStep(known, name)
            : After(0, First, name) ?? After(200, Last, name) ?? 100;
    }

    private static int PlaceInStep(ActivityDescriptor? known, string name) =>
        After(0, FirstOfStep, name)
        ?? After(100, [.. (known?.Inputs ?? []).OrderBy(i => i.Order).Select(i => JsonNamingPolicy.CamelCase.ConvertName(i.Name))], name)
        ?? After(300, Last, name) ?? 200;

    private static int? After(int place, string[] names, string name) =>
        Array.IndexOf(names, name) is >= 0 and var index ? place + index : null;
}
