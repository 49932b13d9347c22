using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Engine.Trials;

/// <summary>What is tried, and how people and the clock behave meanwhile.</summary>
/// <param name="Definition">The flow that is started.</param>
/// <param name="Catalog">
/// The activity types the product knows. Those the engine itself does not bring need the product's services: stand-ins take
/// their places, as they do for types nobody knows.
/// </param>
public sealed record Trial(StoredDefinition Definition, ActivityCatalog Catalog)
{
    /// <summary>The flows it can start, execute or use as activities; of several versions the last one is published.</summary>
    public IReadOnlyList<StoredDefinition> Others { get; init; } = [];

    /// <summary>What it is started with.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Input { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>What whoever is asked answers: the first one that fits something that waits is taken, and then the next.</summary>
    public IReadOnlyList<TrialAnswer> Answers { get; init; } = [];

    /// <summary>
    /// Whether, when no answer fits, everything that waits is resumed once, and once more, until the flow has finished or
    /// nothing changes. Otherwise the clock alone goes on, to the next moment anything waits for.
    /// </summary>
    public bool ResumesAll { get; init; }

    /// <summary>What the host decides. Its output is not used: lines are told as <see cref="TrialLine"/>.</summary>
    public EngineOptions Options { get; init; } = new();

    /// <summary>When the trial begins, in UTC; its clock stands still but for leaps to the next moment something waits for.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>What somebody who is asked answers. Whatever is said of the activity must fit.</summary>
public sealed record TrialAnswer
{
    /// <summary>The activity's id in its document.</summary>
    public string? ActivityId { get; init; }

    /// <summary>The activity's type name, exactly.</summary>
    public string? Type { get; init; }

    /// <summary>How the activity ends; null for the first outcome its type declares, or a plain <c>Done</c>.</summary>
    public IReadOnlyList<string>? Outcomes { get; init; }

    /// <summary>
    /// What the activity produces. Members of an object are also produced under their own names, for outputs of that name.
    /// </summary>
    public JsonNode? Result { get; init; }
}
