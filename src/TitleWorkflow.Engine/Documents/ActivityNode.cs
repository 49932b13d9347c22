using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Documents;

/// <summary>One activity of a document, as it is drawn.</summary>
public sealed class ActivityNode
{
    /// <summary>The first part of every node id.</summary>
    public const string WorkflowId = "Workflow1";

    private ActivityNode(JsonObject json, ActivityNode? parent, string path, string generatedId)
    {
        Json = json;
        Parent = parent;
        Path = path;
        Type = json["type"].AsText()
            ?? throw new DocumentException("activity.no-type", path, "An activity must have a type.");
        HasOwnId = !string.IsNullOrEmpty(json["id"].AsText());
        Id = HasOwnId ? json["id"].AsText()! : generatedId;
        NodeId = $"{parent?.NodeId ?? WorkflowId}:{Id}";
        Variables = VariableDefinition.ReadAll(json["variables"]);
        Children = [.. EmbeddedActivities.Find(json, path).Select((found, index) =>
            new ActivityNode(found.Json, this, found.Path, $"{Id}.{index + 1}"))];
        Connections = Connection.ReadAll(json["connections"], this);
    }

    /// <summary>The id; made from the parent's if the document gives none.</summary>
    public string Id { get; }

    /// <summary>The path of ids from the root, joined with colons; the stored one is never trusted.</summary>
    public string NodeId { get; }

    /// <summary>Where the activity stands in the document, as a JSON path.</summary>
    public string Path { get; }

    /// <summary>The type name, e.g. <c>Elsa.Flowchart</c>.</summary>
    public string Type { get; }

    /// <summary>The type's version; null for the latest.</summary>
    public int? Version => Json["version"].AsInt32();

    /// <summary>The name scripts use.</summary>
    public string? Name => Json["name"].AsText();

    /// <summary>What the drawing calls it: the display text, else the name, else the id.</summary>
    public string DisplayText => Text(Metadata["displayText"]) ?? Text(Json["name"]) ?? Id;

    /// <summary>Where it is drawn; null if nobody has drawn it.</summary>
    public Point? Position => Point.Read(Metadata["designer"].Member("position"));

    /// <summary>Whether the workflow may begin here.</summary>
    public bool CanStartWorkflow => Flag("canStartWorkflow");

    /// <summary>Kept for documents; this engine runs every step inside its burst.</summary>
    public bool RunAsynchronously => Flag("runAsynchronously");

    /// <summary>How token mode joins here, e.g. <c>Merge</c>; null if the document does not say.</summary>
    public string? MergeMode => CustomProperties["mergeMode"].AsText();

    /// <summary>The activity around it; null for the root.</summary>
    public ActivityNode? Parent { get; }

    /// <summary>The activities directly inside it, in the order of the document.</summary>
    public IReadOnlyList<ActivityNode> Children { get; }

    /// <summary>The connections a flowchart draws between its children; empty for every other activity.</summary>
    public IReadOnlyList<Connection> Connections { get; }

    /// <summary>The variables a container declares.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; }

    /// <summary>The document's own JSON; do not change it.</summary>
    public JsonObject Json { get; }

    /// <summary>What the document says of an input, read as the running flow reads it.</summary>
    /// <param name="name">The input's name in Pascal case.</param>
    /// <returns>Null if the document leaves it unset.</returns>
    public Expression? Input(string name) => InputReader.Read(Json[name]);

    internal bool HasOwnId { get; }

    internal JsonObject CustomProperties => Json["customProperties"] as JsonObject ?? [];

    /// <summary>What designers keep with it; empty if they keep nothing.</summary>
    public JsonObject Metadata => Json["metadata"] as JsonObject ?? [];

    /// <summary>This activity and everything inside it, outermost first.</summary>
    public IEnumerable<ActivityNode> SelfAndDescendants() =>
        Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);

    internal static ActivityNode ReadRoot(JsonObject? root) =>
        new(
            root ?? new JsonObject { ["id"] = "root", ["type"] = "Elsa.Sequence", ["version"] = 1 },
            parent: null,
            "$.root",
            "root");

    /// <summary>What stands for an activity that no document holds.</summary>
    internal static ActivityNode Made(Activity activity, ActivityNode around) =>
        new(
            new JsonObject { ["id"] = activity.Id, ["type"] = activity.Type, ["name"] = activity.Name },
            around,
            around.Path,
            activity.Id);

    /// <summary>The activity a placeholder stands for, if its type has become known; else this one.</summary>
    internal ActivityNode Restored(ActivityCatalog catalog) =>
        Type == "Elsa.NotFoundActivity"
        && InputReader.Parsed(Json["originalActivityJson"]) is JsonObject original
        && original["type"].AsText() is { } type
        && catalog.Find(type) is not null
            ? new ActivityNode(original, Parent, Path, Id)
            : this;

    internal ActivityNode? Child(string id) => Children.FirstOrDefault(child => child.Id == id);

    // Newer files keep the flags in customProperties, in either case; older ones on the activity itself.
    private bool Flag(string name) =>
        CustomProperties[name].AsBoolean()
        ?? CustomProperties[char.ToUpperInvariant(name[0]) + name[1..]].AsBoolean()
        ?? Json[name].AsBoolean()
        ?? false;

    private static string? Text(JsonNode? node) => node.AsText() is { Length: > 0 } text ? text : null;
}
