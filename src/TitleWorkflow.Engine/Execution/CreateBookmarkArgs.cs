namespace TitleWorkflow.Engine.Execution;

/// <summary>How a bookmark shall be made.</summary>
public sealed record CreateBookmarkArgs
{
    /// <summary>Its id; made by the engine if null.</summary>
    public string? BookmarkId { get; init; }

    /// <summary>
    /// Its name; the stimulus' name if null, or the activity's type if the stimulus has no name of its own.
    /// </summary>
    public string? BookmarkName { get; init; }

    /// <summary>What resumes it; null if only its id or name shall.</summary>
    public object? Stimulus { get; init; }

    /// <summary>A named instance method of the activity to call on a resume.</summary>
    public ExecuteActivityDelegate? Callback { get; init; }

    /// <summary>When a clock shall resume it.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether a resume consumes it. Default: it does.</summary>
    public bool AutoBurn { get; init; } = true;

    /// <summary>Whether, without a callback, a resume completes the activity. Default: it does.</summary>
    public bool AutoComplete { get; init; } = true;

    /// <summary>
    /// Whether the hash holds the execution's id, so that only who knows that can resume it. Default: it does;
    /// outsiders
    /// who know the stimulus alone need false.
    /// </summary>
    public bool IncludeActivityInstanceId { get; init; } = true;

    /// <summary>Whatever shall be stored beside it.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
