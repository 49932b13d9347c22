namespace TitleWorkflow.Domain.Assessments;

/// <summary>One thing experts score.</summary>
/// <param name="Key">Stored name.</param>
/// <param name="Text">Chinese words.</param>
/// <param name="English">English words.</param>
/// <param name="Cap">Most points it can give; whole points.</param>
public sealed record ScoreItem(string Key, string Text, string English, int Cap);

/// <summary>The scoring standard (赋分标准) of a plan; a score informs the vote and never decides.</summary>
/// <param name="Items">In order.</param>
public sealed record ScoringStandard(IReadOnlyList<ScoreItem> Items);
