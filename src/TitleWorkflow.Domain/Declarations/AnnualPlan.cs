namespace TitleWorkflow.Domain.Declarations;

/// <summary>
/// One committee's plan of a year (年度评审计划): who may apply for what, when, with which form, flow and rule set.
/// </summary>
public sealed class AnnualPlan : Aggregate
{
    private AnnualPlan()
    {
    }

    /// <summary>A plan for one committee, year, channel, specialty and level.</summary>
    public AnnualPlan(
        PlanId id,
        string title,
        string englishTitle,
        int year,
        Organisations.OrganisationId committee,
        TitleSeries series,
        string specialty,
        TitleLevel level,
        Channel channel,
        DateOnly opensOn,
        DateOnly closesOn,
        RuleSets.RuleSetId ruleSet,
        string flow,
        DossierForm form,
        Assessments.ScoringStandard standard)
    {
        Id = id;
        Title = title;
        EnglishTitle = englishTitle;
        Year = year;
        Committee = committee;
        Series = series;
        Specialty = specialty;
        Level = level;
        Channel = channel;
        OpensOn = opensOn;
        ClosesOn = closesOn;
        RuleSet = ruleSet;
        Flow = flow;
        Form = form;
        Standard = standard;
    }

    /// <summary>Identity.</summary>
    public PlanId Id { get; private set; }

    /// <summary>Chinese title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>English title.</summary>
    public string EnglishTitle { get; private set; } = "";

    /// <summary>Plan year.</summary>
    public int Year { get; private set; }

    /// <summary>The committee that reviews.</summary>
    public Organisations.OrganisationId Committee { get; private set; }

    /// <summary>Series.</summary>
    public TitleSeries Series { get; private set; }

    /// <summary>Specialty, Chinese.</summary>
    public string Specialty { get; private set; } = "";

    /// <summary>Target level.</summary>
    public TitleLevel Level { get; private set; }

    /// <summary>Channel.</summary>
    public Channel Channel { get; private set; }

    /// <summary>First day of the submission window.</summary>
    public DateOnly OpensOn { get; private set; }

    /// <summary>Last day of the submission window, till 24:00.</summary>
    public DateOnly ClosesOn { get; private set; }

    /// <summary>The rule set version in force.</summary>
    public RuleSets.RuleSetId RuleSet { get; private set; }

    /// <summary>Definition id of the flow.</summary>
    public string Flow { get; private set; } = "";

    /// <summary>The dossier's form.</summary>
    public DossierForm Form { get; private set; } = new([]);

    /// <summary>What experts score, and up to how many points.</summary>
    public Assessments.ScoringStandard Standard { get; private set; } = new([]);

    /// <summary>The next version of the standard, not in force yet; null for none.</summary>
    public Assessments.Scoring.StandardDraft? StandardDraft { get; private set; }

    /// <summary>What numbers of its declarations begin with.</summary>
    public string NumberPrefix { get; init; } = "QT";

    /// <summary>The unit whose staff alone may apply: a pilot reviewing its own people; null for everybody.</summary>
    public Organisations.OrganisationId? StaffOf { get; init; }

    /// <summary>First day of the month the committee meets in; null where none was planned.</summary>
    public DateOnly? MeetingMonth { get; private set; }

    /// <summary>Most that may pass, whole percent; 0 for none, null for what the rule set says.</summary>
    public int? PassRateCap { get; private set; }

    /// <summary>Fee of one case, yuan; 0 for none.</summary>
    public int Fee { get; private set; }

    /// <summary>Whom to ask, as it is published; empty where nobody is named.</summary>
    public string Contact { get; private set; } = "";

    /// <summary>Takes over approved terms; cases opened before keep their rule set.</summary>
    public void Set(PlanTerms terms)
    {
        Title = terms.Title;
        EnglishTitle = terms.EnglishTitle;
        OpensOn = terms.OpensOn;
        ClosesOn = terms.ClosesOn;
        MeetingMonth = terms.MeetingMonth;
        RuleSet = terms.RuleSet;
        PassRateCap = terms.PassRateCap;
        Fee = terms.Fee;
        Contact = terms.Contact;
    }

    /// <summary>Its committee lost its authorisation: the window ends before <paramref name="day"/>.</summary>
    public void CloseBefore(DateOnly day) => ClosesOn = ClosesOn < day ? ClosesOn : day.AddDays(-1);

    /// <summary>Writes the next version of the standard, or writes it anew. Whoever changes it becomes its author.</summary>
    /// <exception cref="RuleBrokenException">It is no sound tree.</exception>
    public void DraftStandard(Assessments.ScoringStandard standard, Organisations.PersonId by)
    {
        standard.RequireSound();
        StandardDraft = new Assessments.Scoring.StandardDraft(standard with { Version = Standard.Version + 1 }, by);
    }

    /// <summary>A second person puts the draft of the standard into force; what was submitted before keeps the version before.</summary>
    /// <param name="revision">The <see cref="Aggregate.Version"/> the approver has seen.</param>
    /// <param name="by">Who approves.</param>
    /// <exception cref="RuleBrokenException">There is no draft, it was changed since, or the same person wrote it.</exception>
    public void ApproveStandard(int revision, Organisations.PersonId by)
    {
        Assessments.Scoring.ScoringRules.StandardSeenAsItIs.Require(StandardDraft is not null && Version == revision);
        Assessments.Scoring.ScoringRules.StandardSecondPerson.Require(StandardDraft!.By != by);
        Standard = StandardDraft.Standard;
        StandardDraft = null;
    }

    /// <summary>True from <see cref="OpensOn"/> to <see cref="ClosesOn"/>, both included.</summary>
    public bool IsOpenOn(DateOnly day) => OpensOn <= day && day <= ClosesOn;
}
