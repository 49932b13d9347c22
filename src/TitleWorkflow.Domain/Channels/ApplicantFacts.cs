using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Channels;

/// <summary>A title somebody holds.</summary>
/// <param name="Series">Series.</param>
/// <param name="Level">Level.</param>
/// <param name="Since">When it was obtained; null if not known.</param>
public sealed record HeldTitle(TitleSeries Series, TitleLevel Level, DateOnly? Since);

/// <summary>A skill somebody holds.</summary>
/// <param name="Level">Level.</param>
/// <param name="Since">When it was certified; null if not known.</param>
public sealed record HeldSkill(SkillLevel Level, DateOnly? Since);

/// <summary>What is known of somebody who looks for a channel; what is null, or not among the figures, is not known.</summary>
/// <param name="Series">Series wanted.</param>
/// <param name="Level">Level wanted.</param>
public sealed record ApplicantFacts(TitleSeries Series, TitleLevel Level)
{
    /// <summary>Highest schooling.</summary>
    public Education? Education { get; init; }

    /// <summary>When that was finished.</summary>
    public DateOnly? GraduatedOn { get; init; }

    /// <summary>Highest title held; null for none.</summary>
    public HeldTitle? Title { get; init; }

    /// <summary>Highest skill held; null for none.</summary>
    public HeldSkill? Skill { get; init; }

    /// <summary>Since when the present rank in management is held.</summary>
    public DateOnly? ManagingSince { get; init; }

    /// <summary>Everything that is a number or a yes (1) or no (0).</summary>
    public IReadOnlyDictionary<Metric, int> Figures { get; init; } = new Dictionary<Metric, int>();

    /// <summary>The day a duration runs from; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The metric is no duration.</exception>
    internal DateOnly? StartOf(Metric metric) => metric switch
    {
        Metric.YearsInTitle => Title?.Since,
        Metric.YearsSinceGraduation => GraduatedOn,
        Metric.YearsWithSkill => Skill?.Since,
        Metric.ManagementYears => ManagingSince,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "This is no duration."),
    };
}
