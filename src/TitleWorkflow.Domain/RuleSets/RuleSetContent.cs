using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.RuleSets;

/// <summary>Where results are posted.</summary>
public enum PublicityMode
{
    /// <summary>At the organising unit.</summary>
    OrganisingUnit,

    /// <summary>At the organising unit and at the employer in parallel.</summary>
    UnitAndEmployer,
}

/// <summary>How experts read dossiers before the meeting.</summary>
public enum ReadingMode
{
    /// <summary>With the names of applicant and employer.</summary>
    Named,

    /// <summary>Without anything that names them (盲评).</summary>
    Blind,
}

/// <summary>A title a channel leads to.</summary>
public sealed record TargetTitle(TitleSeries Series, TitleLevel Level);

/// <summary>Everything a version of a rule set says.</summary>
/// <param name="CountMode">Whether publicity counts its first day.</param>
/// <param name="Publicity">Where results are posted.</param>
/// <param name="Seniority">How years are counted.</param>
/// <param name="Values">Values by <see cref="Parameter.Key"/>; those not named take their default.</param>
/// <param name="Targets">Titles the channel leads to.</param>
/// <param name="Steps">The stepwise table; empty where the channel has none.</param>
/// <param name="Ladder">The skill ladder; empty where the channel has none.</param>
/// <param name="Schools">Technical-school classes and what they count as.</param>
/// <param name="Conditions">What the channel asks and waives, in the order it is shown.</param>
/// <param name="Reading">How experts read dossiers before the meeting.</param>
/// <param name="Path">The jurisdiction path, as far as it is not the usual one.</param>
public sealed record RuleSetContent(
    CountMode CountMode,
    PublicityMode Publicity,
    Seniority Seniority,
    IReadOnlyDictionary<string, int> Values,
    IReadOnlyList<TargetTitle> Targets,
    IReadOnlyList<EligibilityStep> Steps,
    IReadOnlyList<SkillStep> Ladder,
    IReadOnlyList<SchoolEquivalence> Schools,
    IReadOnlyList<Condition> Conditions,
    ReadingMode Reading = ReadingMode.Named,
    IReadOnlyList<Hop>? Path = null)
{
    /// <summary>No conditions, years from the day to the end of the plan year, every value at its default.</summary>
    public static RuleSetContent Plain { get; } = new(
        CountMode.ExcludeStartDay,
        PublicityMode.OrganisingUnit,
        new Seniority(SeniorityStartRule.OnTheDay, SeniorityCutoffRule.EndOfPlanYear),
        new Dictionary<string, int>(),
        [], [], [], [], []);

    /// <summary>The value in force for a parameter.</summary>
    public int this[Parameter parameter] => Values.GetValueOrDefault(parameter.Key, parameter.Default);

    /// <summary>What a schooling counts as here.</summary>
    public Education CountsAs(Education schooling) =>
        Schools.FirstOrDefault(s => s.Class == schooling)?.CountsAs ?? schooling;

    /// <summary>What an authority above the employer does with dossiers for a level.</summary>
    public HopMode HopAt(OrganisationKind authority, TitleLevel level) =>
        Path?.FirstOrDefault(h => h.At == authority && h.Level == level)?.Mode ?? Hop.Usual(authority);
}
