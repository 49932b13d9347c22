using System.Text.Json;
using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Engine.Documents;

/// <summary>
/// A document on its way to a designer and back. The designer draws only what it has a description of and needs every node id;
/// it forgets what it cannot show, the order of lists, and the types of values that people type in.
/// </summary>
public static class DesignerCopy
{
    private const string Placeholder = "Elsa.NotFoundActivity";

    // What the drawing itself needs of an activity, whatever its type.
    private static readonly string[] DrawingMembers = ["id", "nodeId", "name", "customProperties", "metadata"];

    /// <summary>
    /// The copy to show: every activity has its id and node id, and one whose type or version nobody knows is a placeholder that
    /// carries the whole of it.
    /// </summary>
    public static WorkflowDocument Show(WorkflowDocument document, ActivityCatalog catalog) => Changed(document, node =>
    {
        WriteIds(node);
        var isKnown = catalog.Find(node.Type, node.Version) is { } known && known.Version == (node.Version ?? known.Version);
        if (!isKnown && node.Type != Placeholder)
        {
            Hide(node);
        }
    });

    /// <summary>
    /// The document a shown copy stands for: placeholders are what they stood for again, values have the types their inputs
    /// declare, and what the designer has dropped, reordered or measured is as it was before.
    /// </summary>
    /// <param name="shown">What the designer sent.</param>
    /// <param name="before">What it was shown; null for a new flow.</param>
    /// <param name="catalog">The known activity types.</param>
    public static WorkflowDocument Take(WorkflowDocument shown, WorkflowDocument? before, ActivityCatalog catalog)
    {
        var restored = Changed(shown, node =>
        {
            if (node.Type == Placeholder && node.Json["originalActivityJson"].AsText() is { } original)
            {
                Restore(node, original);
            }
        });
        var typed = Changed(restored, node =>
        {
            WriteIds(node);
            LiteralTypes.Write(node, catalog.Find(node.Type, node.Version));
        });

        return before is null ? typed : Measured(DocumentOrder.Restore(typed, before), before);
    }

    // The designer measures every step anew with the fonts of whoever opens it, and saves that.
    private static WorkflowDocument Measured(WorkflowDocument drawn, WorkflowDocument before)
    {
        var earlier = before.Nodes.DistinctBy(n => n.Id).ToDictionary(n => n.Id);
        return Changed(drawn, node =>
        {
            if (node.Metadata["designer"] is JsonObject place
                && earlier.TryGetValue(node.Id, out var known) && (known.Metadata["designer"] as JsonObject)?["size"] is { } size)
            {
                place["size"] = size.DeepClone();
            }
        });
    }

    // The copy is this method's own, so its JSON may change.
    private static WorkflowDocument Changed(WorkflowDocument document, Action<ActivityNode> change)
    {
        var copy = WorkflowDocument.Parse(document.ToJson());
        foreach (var node in copy.Nodes.ToList())
        {
            change(node);
        }

        return WorkflowDocument.Parse(copy.ToJson());
    }

    private static void WriteIds(ActivityNode node)
    {
        node.Json["id"] = node.Id;
        node.Json["nodeId"] = node.NodeId;
    }

    private static void Hide(ActivityNode node)
    {
        var original = node.Json.ToJsonString(JsonMembers.Compact);
        foreach (var member in node.Json.Select(m => m.Key).Except(DrawingMembers, StringComparer.OrdinalIgnoreCase).ToList())
        {
            node.Json.Remove(member);
        }

        node.Json["type"] = Placeholder;
        node.Json["version"] = 1;
        node.Json["originalActivityType"] = node.Type;
        node.Json["originalActivityTypeVersion"] = node.Version;
        node.Json["originalActivityJson"] = original;
    }

    // Where it is drawn may have changed meanwhile; everything else is the original's.
    private static void Restore(ActivityNode node, string text)
    {
        if (Read(text) is not { } original)
        {
            return;
        }

        var metadata = node.Json["metadata"]?.DeepClone();
        node.Json.Clear();
        foreach (var (name, value) in original)
        {
            node.Json[name] = value?.DeepClone();
        }

        if (metadata is not null)
        {
            node.Json["metadata"] = metadata;
        }
    }

    private static JsonObject? Read(string text)
    {
        try
        {
            return DocumentJson.Read(text) as JsonObject;
        }
        catch (JsonException)
        {
            // Somebody has written into the placeholder: it stays one, and no flow with one is published.
            return null;
        }
    }
}
