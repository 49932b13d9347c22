using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.Documents;

/// <summary>
/// A workflow definition in Elsa 3's JSON form. Members this engine does not know survive a round trip.
/// </summary>
/// <remarks>Immutable as long as nobody changes the JSON it was made of.</remarks>
public sealed class WorkflowDocument
{
    // They say which copy of the document this is, not what the flow does.
    internal static readonly string[] IdentityMembers =
        ["$schema", "id", "version", "isLatest", "isPublished", "createdAt"];

    private readonly JsonObject json;

    internal WorkflowDocument(JsonObject json)
    {
        this.json = json;
        Variables = VariableDefinition.ReadAll(json["variables"]);
        Inputs = InputDefinition.ReadAll(json["inputs"]);
        Outputs = OutputDefinition.ReadAll(json["outputs"]);
        Outcomes = [.. json["outcomes"].Items().Select(JsonMembers.AsText).OfType<string>()];
        Options = WorkflowOptions.Read(json);
        LogPersistence = new LogPersistence(json["customProperties"] as JsonObject);
        Root = ActivityNode.ReadRoot(json["root"] as JsonObject);
    }

    /// <summary>The id of this version; null in a hand-written document.</summary>
    public string? Id => json["id"].AsText();

    /// <summary>The logical id, equal for all versions; null in a hand-written document.</summary>
    public string? DefinitionId => json["definitionId"].AsText();

    /// <summary>The version's number, from 1.</summary>
    public int Version => json["version"].AsInt32() ?? 1;

    /// <summary>Whether this is the newest version.</summary>
    public bool IsLatest => json["isLatest"].AsBoolean() ?? false;

    /// <summary>Whether new instances start from this version.</summary>
    public bool IsPublished => json["isPublished"].AsBoolean() ?? false;

    /// <summary>The name for people.</summary>
    public string? Name => json["name"].AsText();

    /// <summary>What the flow is for.</summary>
    public string? Description => json["description"].AsText();

    /// <summary>The workflow's own variables.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; }

    /// <summary>What an instance can be started with.</summary>
    public IReadOnlyList<InputDefinition> Inputs { get; }

    /// <summary>What an instance can produce.</summary>
    public IReadOnlyList<OutputDefinition> Outputs { get; }

    /// <summary>The outcomes the workflow offers when used as an activity.</summary>
    public IReadOnlyList<string> Outcomes { get; }

    internal LogPersistence LogPersistence { get; }

    internal JsonObject Json => json;

    /// <summary>How instances start, fail and commit.</summary>
    public WorkflowOptions Options { get; }

    /// <summary>The outermost activity; an empty sequence if the document has none.</summary>
    public ActivityNode Root { get; }

    /// <summary>Every activity, outermost first, in the order of the document.</summary>
    public IEnumerable<ActivityNode> Nodes => Root.SelfAndDescendants();

    /// <summary>
    /// Reads a document, unwrapping the <c>model</c> of a save request and the <c>_type</c> wrappers of old files.
    /// </summary>
    /// <exception cref="DocumentException">The text is no JSON object, or an activity has no type.</exception>
    public static WorkflowDocument Parse(string json)
    {
        try
        {
            return DocumentJson.Read(json) is JsonObject text
                ? FromJson(text)
                : throw new DocumentException("document.not-an-object", "$", "A workflow definition is a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new DocumentException("document.not-json", exception.Path ?? "$", exception.Message);
        }
        catch (ArgumentException exception)
        {
            throw new DocumentException("document.not-json", "$", exception.Message);
        }
    }

    /// <summary>Writes the document back, unknown members included.</summary>
    /// <param name="indented">Whether for people, with two spaces of indentation.</param>
    public string ToJson(bool indented = false) =>
        json.ToJsonString(indented ? JsonMembers.Indented : JsonMembers.Compact);

    /// <summary>A copy with another identity and everything else equal.</summary>
    public WorkflowDocument WithIdentity(
        string versionId, string definitionId, int version, bool isLatest, bool isPublished, DateTimeOffset createdAt)
    {
        var copy = (JsonObject)json.DeepClone();
        copy["id"] = versionId;
        copy["definitionId"] = definitionId;
        copy["version"] = version;
        copy["createdAt"] = createdAt;
        copy["isLatest"] = isLatest;
        copy["isPublished"] = isPublished;

        return new WorkflowDocument(copy);
    }

    /// <summary>
    /// What the flow does, as a fingerprint: equal for copies that differ only in id, version, flags and creation time.
    /// </summary>
    /// <returns>SHA-256 of the canonical JSON, 64 upper-case hexadecimal digits.</returns>
    public string ContentHash()
    {
        var content = (JsonObject)json.DeepClone();

        foreach (var member in IdentityMembers)
        {
            content.Remove(member);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Write(content))));
    }

    private static WorkflowDocument FromJson(JsonObject text)
    {
        var body = text["model"] as JsonObject ?? text;

        return TypedWrappers.Unwrap(body.DeepClone()) is JsonObject unwrapped
            ? new WorkflowDocument(unwrapped)
            : throw new DocumentException("document.not-an-object", "$", "A workflow definition is a JSON object.");
    }
}
