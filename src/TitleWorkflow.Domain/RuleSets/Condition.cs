using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.RuleSets;

/// <summary>What about an applicant, or the employer, a condition looks at.</summary>
public enum Metric
{
    /// <summary>Title applied for; a <see cref="TitleLevel"/>.</summary>
    WantedTitle,

    /// <summary>Schooling; an <see cref="RuleSets.Education"/>, equivalences applied.</summary>
    Education,

    /// <summary>Title held; a <see cref="TitleLevel"/>.</summary>
    HeldTitle,

    /// <summary>Time since the title held was obtained.</summary>
    YearsInTitle,

    /// <summary>Time since graduation.</summary>
    YearsSinceGraduation,

    /// <summary>Skill held; a <see cref="RuleSets.SkillLevel"/>.</summary>
    SkillLevel,

    /// <summary>Time since the skill was certified.</summary>
    YearsWithSkill,

    /// <summary>In service, not retired; 0 or 1.</summary>
    InService,

    /// <summary>On the production line; 0 or 1.</summary>
    FrontLine,

    /// <summary>The last three annual appraisals are qualified; 0 or 1.</summary>
    AppraisalsQualified,

    /// <summary>Continuing education is up to date; 0 or 1.</summary>
    ContinuingEducation,

    /// <summary>Employer's live honour as a specialised SME: 0 none, 1 provincial, 2 national.</summary>
    Honour,

    /// <summary>The employer is a recognised single champion; 0 or 1.</summary>
    SingleChampion,

    /// <summary>The employer is a live pilot of autonomous review; 0 or 1.</summary>
    PilotEmployer,

    /// <summary>An authorised association reviews the trade; 0 or 1.</summary>
    AuthorisedAssociation,

    /// <summary>Rank in management: 0 other, 1 deputy general manager, 2 chairperson or general manager.</summary>
    ManagementRank,

    /// <summary>Time in that rank.</summary>
    ManagementYears,

    /// <summary>Granted invention patents as first inventor, put into use with marked benefit; count.</summary>
    Patents,

    /// <summary>National major projects led, completed and accepted; count.</summary>
    NationalProjects,

    /// <summary>Certified new technologies or products as first completer; count.</summary>
    NewTechnologies,

    /// <summary>Signed nomination of the chairperson or the technical lead; 0 or 1.</summary>
    Nominated,

    /// <summary>Recommended by peers for work that is hard to measure; 0 or 1.</summary>
    PeerRecommended,

    /// <summary>Outstanding results by the unit's own standard; 0 or 1.</summary>
    OutstandingResults,

    /// <summary>Employer's sales, in 100 million yuan.</summary>
    Sales,

    /// <summary>Employer's taxes, in 10,000 yuan.</summary>
    Taxes,

    /// <summary>New jobs at the employer; count.</summary>
    NewJobs,
}

/// <summary>How a value is compared with the one asked.</summary>
public enum Comparison
{
    /// <summary>That much or more.</summary>
    AtLeast,

    /// <summary>That much or less.</summary>
    AtMost,
}

/// <summary>Over which time a value is taken.</summary>
public enum ThresholdPeriod
{
    /// <summary>As it stands at the cut-off.</summary>
    AtCutoff,

    /// <summary>In the year before the declaration.</summary>
    LastYear,
}

/// <summary>One figure that must be reached (门槛).</summary>
/// <param name="Metric">What is looked at; for durations the value is in full years.</param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Value">The value asked.</param>
/// <param name="Period">Over which time.</param>
public sealed record ThresholdRule(
    Metric Metric, Comparison Comparison, int Value, ThresholdPeriod Period = ThresholdPeriod.AtCutoff)
{
    /// <summary>True for metrics that run from a date and are asked in full years.</summary>
    public static bool IsDuration(Metric metric) => metric is Metric.YearsInTitle or Metric.YearsSinceGraduation
        or Metric.YearsWithSkill or Metric.ManagementYears;

    /// <summary>True for metrics that are 0 or 1.</summary>
    public static bool IsYesOrNo(Metric metric) => metric is Metric.InService or Metric.FrontLine or Metric.AppraisalsQualified
        or Metric.ContinuingEducation or Metric.SingleChampion or Metric.PilotEmployer or Metric.AuthorisedAssociation
        or Metric.Nominated or Metric.PeerRecommended or Metric.OutstandingResults;

    /// <summary>The largest value that means something for a metric.</summary>
    public static int Highest(Metric metric) => metric switch
    {
        Metric.WantedTitle or Metric.HeldTitle => (int)Enum.GetValues<TitleLevel>().Max(),
        Metric.Education => (int)Enum.GetValues<Education>().Max(),
        Metric.SkillLevel => (int)Enum.GetValues<SkillLevel>().Max(),
        Metric.Honour or Metric.ManagementRank => 2,
        _ when IsYesOrNo(metric) => 1,
        _ when IsDuration(metric) => 40,
        _ => 1_000_000,
    };
}

/// <summary>One way to fulfil a condition: all of its thresholds together.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="EnglishName">English name.</param>
/// <param name="AllOf">Thresholds, at least one.</param>
public sealed record Way(string Name, string EnglishName, IReadOnlyList<ThresholdRule> AllOf);

/// <summary>What kind of look a condition takes.</summary>
public enum ConditionKind
{
    /// <summary>At nothing: this channel does not ask for it.</summary>
    Waived,

    /// <summary>At the stepwise table: schooling, title held, years.</summary>
    Steps,

    /// <summary>At the skill ladder: skill held, years.</summary>
    Ladder,

    /// <summary>At facts: any one of its ways suffices.</summary>
    Facts,
}

/// <summary>One line of what a channel asks or waives, with the document that says so.</summary>
/// <param name="Code">Address within the rule set, such as <c>patents</c>.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="EnglishName">English name.</param>
/// <param name="Kind">What kind of look it takes.</param>
/// <param name="Source">Document that asks or waives it.</param>
/// <param name="AnyOf">Ways to fulfil it, for <see cref="ConditionKind.Facts"/>.</param>
/// <param name="Level">Only for this target; null for every one.</param>
/// <param name="AtSubmission">Checked when the dossier comes in: not knowing it yet is no obstacle to advice.</param>
public sealed record Condition(
    string Code,
    string Name,
    string EnglishName,
    ConditionKind Kind,
    Source Source,
    IReadOnlyList<Way>? AnyOf = null,
    TitleLevel? Level = null,
    bool AtSubmission = false);
