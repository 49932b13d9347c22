using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine;

/// <summary>
/// A change of an instance from outside, in the order given and as a whole: if one cannot be done, none is.
/// </summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Alterations">What to change.</param>
public sealed record AlterInstance(string InstanceId, IReadOnlyList<Alteration> Alterations)
{
    /// <summary>Whether only the report is wanted; nothing is then staged.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Who changes it; goes into the journal.</summary>
    public required string By { get; init; }

    /// <summary>Why, for people; goes into the journal. Null if nobody says.</summary>
    public string? Reason { get; init; }
}

/// <summary>A wish to take an open activity for completed.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="ActivityInstanceId">The execution of the activity, faulted or waiting.</param>
public sealed record SkipActivity(string InstanceId, string ActivityInstanceId)
{
    /// <summary>How it shall count as completed; none for the implicit <c>Done</c>.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Who wants it; goes into the journal.</summary>
    public required string By { get; init; }

    /// <summary>Why; goes into the journal and closes the incident.</summary>
    public required string Reason { get; init; }
}

/// <summary>One change of an instance from outside.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MigrateAlteration), "Migrate")]
[JsonDerivedType(typeof(ModifyVariableAlteration), "ModifyVariable")]
[JsonDerivedType(typeof(ScheduleActivityAlteration), "ScheduleActivity")]
[JsonDerivedType(typeof(CancelActivityAlteration), "CancelActivity")]
[JsonDerivedType(typeof(CancelAlteration), "Cancel")]
public abstract record Alteration
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
    };

    /// <summary>Reads a JSON list such as <c>[{ "type": "Cancel" }]</c>.</summary>
    /// <exception cref="JsonException">The text is no such list.</exception>
    public static IReadOnlyList<Alteration> ParseAll(string json) =>
        JsonSerializer.Deserialize<List<Alteration>>(json, Format)
            ?? throw new JsonException("The text is null, not a list.");

    internal string ToJson() => JsonSerializer.Serialize(this, Format);
}

/// <summary>
/// Goes on in another version of the same definition. Executions are matched by the path of ids to their activity.
/// </summary>
public sealed record MigrateAlteration : Alteration
{
    /// <summary>The version's number; needed unless the id is given.</summary>
    public int? TargetVersion { get; init; }

    /// <summary>The version's id.</summary>
    public string? TargetVersionId { get; init; }

    /// <summary>The id of the version it must run on; null for whichever it runs on.</summary>
    public string? SourceVersionId { get; init; }

    /// <summary>Where open executions go whose path has changed: old path to new path.</summary>
    public IReadOnlyDictionary<string, string> NodeMap { get; init; } = new Dictionary<string, string>();
}

/// <summary>Sets a variable in the execution that declares it.</summary>
/// <param name="VariableId">The variable's id.</param>
/// <param name="Value">The new value, converted to its type.</param>
public sealed record ModifyVariableAlteration(string VariableId, JsonNode? Value) : Alteration;

/// <summary>Executes an open execution again, or an activity anew under its container.</summary>
public sealed record ScheduleActivityAlteration : Alteration
{
    /// <summary>An activity of the document.</summary>
    public string? ActivityId { get; init; }

    /// <summary>An open execution.</summary>
    public string? ActivityInstanceId { get; init; }
}

/// <summary>Cancels the open executions of an activity, or one of them.</summary>
public sealed record CancelActivityAlteration : Alteration
{
    /// <summary>An activity of the document.</summary>
    public string? ActivityId { get; init; }

    /// <summary>An open execution.</summary>
    public string? ActivityInstanceId { get; init; }
}

/// <summary>Cancels the instance.</summary>
public sealed record CancelAlteration : Alteration
{
    /// <summary>Why, for people.</summary>
    public string? Reason { get; init; }
}

/// <summary>What alterations came to, or would come to.</summary>
/// <param name="Problems">Why nothing was changed; empty if it was, or could be.</param>
/// <param name="OpenActivities">For a migration: what becomes of each open execution.</param>
/// <param name="Run">The burst that followed; null after a dry run or a refusal.</param>
public sealed record AlterationResult(
    IReadOnlyList<string> Problems, IReadOnlyList<OpenActivityReport> OpenActivities, RunResult? Run)
{
    /// <summary>Whether the alterations were made, or could be.</summary>
    public bool IsPossible => Problems.Count == 0;
}

/// <summary>What a migration makes of one open execution.</summary>
/// <param name="ActivityInstanceId">The execution; empty for what was queued and has not begun.</param>
/// <param name="NodeId">Where it is.</param>
/// <param name="TargetNodeId">Where it would be; null if the target version has no place for it.</param>
/// <param name="SurvivingBookmarks">The bookmarks that stay valid.</param>
/// <param name="Problem">Why it cannot go along; null if it can.</param>
public sealed record OpenActivityReport(
    string ActivityInstanceId,
    string NodeId,
    string? TargetNodeId,
    IReadOnlyList<Bookmark> SurvivingBookmarks,
    string? Problem);
