using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.Documents;

/// <summary>
/// What custom properties say about the journal: <c>logPersistenceConfig</c>, or the older <c>logPersistenceMode</c>, with
/// <c>default</c>, <c>inputs</c> and <c>outputs</c>.
/// </summary>
internal sealed class LogPersistence
{
    private readonly JsonObject? current;
    private readonly JsonObject? older;

    public LogPersistence(JsonObject? customProperties)
    {
        current = customProperties?["logPersistenceConfig"] as JsonObject;
        older = customProperties?["logPersistenceMode"] as JsonObject;
        Default = Mode("default", name: null);
    }

    public LogPersistenceMode Default { get; }

    public LogPersistenceMode OfInput(string name) => Mode("inputs", name);

    public LogPersistenceMode OfOutput(string name) => Mode("outputs", name);

    private LogPersistenceMode Mode(string member, string? name)
    {
        var mode = Read(Find(current?[member], name));

        return mode == LogPersistenceMode.Inherit ? Read(Find(older?[member], name)) : mode;
    }

    private static JsonNode? Find(JsonNode? modes, string? name) => name is null
        ? modes
        : (modes as JsonObject)?.FirstOrDefault(
            mode => mode.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    // A word, or an object that names a strategy by its type.
    private static LogPersistenceMode Read(JsonNode? mode) =>
        Enum.TryParse<LogPersistenceMode>(
            TypeNames.Simple(mode is JsonObject strategy ? strategy["strategyType"].AsText() : mode.AsText()),
            ignoreCase: true,
            out var known)
            ? known
            : LogPersistenceMode.Inherit;
}
