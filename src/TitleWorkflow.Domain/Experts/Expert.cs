using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Experts;

/// <summary>
/// A member of the expert pool (专家库), from nomination on. Membership is known to the office and the person alone.
/// </summary>
public sealed partial class Expert : Aggregate
{
    private Expert()
    {
    }

    /// <summary>Takes a person into the pool for a term of at most three years, as when a filed pool is taken over.</summary>
    /// <exception cref="RuleBrokenException">The term is longer.</exception>
    public Expert(
        PersonId person,
        OrganisationId unit,
        TitleSeries series,
        string specialty,
        TitleLevel level,
        bool fromEnterprise,
        DateOnly from,
        DateOnly to)
    {
        Person = person;
        Unit = unit;
        Series = series;
        Specialty = specialty;
        Level = level;
        FromEnterprise = fromEnterprise;
        SetTerm(from, to);
        State = ExpertState.Appointed;
    }

    /// <summary>Who.</summary>
    public PersonId Person { get; private set; }

    /// <summary>The organising unit that keeps the pool.</summary>
    public OrganisationId Unit { get; private set; }

    /// <summary>
    /// The road the expert is on, which a flow follows: a new one with each nomination, and with a renewal after the term. Null for a
    /// pool taken over, which no flow follows.
    /// </summary>
    public ExpertNominationId? Nomination { get; private set; }

    /// <summary>Who nominated; null for a pool taken over.</summary>
    public OrganisationId? Nominator { get; private set; }

    /// <summary>Series.</summary>
    public TitleSeries Series { get; private set; }

    /// <summary>Specialty.</summary>
    public string Specialty { get; private set; } = "";

    /// <summary>Level of the expert's own title.</summary>
    public TitleLevel Level { get; private set; }

    /// <summary>Nominated by an enterprise.</summary>
    public bool FromEnterprise { get; private set; }

    /// <summary>Fields of work in the nominator's words.</summary>
    public List<string> Keywords { get; private set; } = [];

    /// <summary>Where the expert worked before and until when.</summary>
    public List<PastEmployer> PastEmployers { get; private set; } = [];

    /// <summary>Meetings sat in, by year.</summary>
    public Dictionary<int, int> MeetingsByYear { get; private set; } = [];

    /// <summary>Where the expert stands, the calendar left out; <see cref="StateOn"/> looks at it.</summary>
    public ExpertState State { get; private set; }

    /// <summary>First day of the term; null before appointment.</summary>
    public DateOnly? TermFrom { get; private set; }

    /// <summary>Last day of the term, included; null before appointment.</summary>
    public DateOnly? TermTo { get; private set; }

    /// <summary>Day the candidates were posted; null before.</summary>
    public DateOnly? PostedOn { get; private set; }

    /// <summary>Last day of the candidates' publicity, till 24:00; null before.</summary>
    public DateOnly? PostedTo { get; private set; }

    /// <summary>Objections raised during publicity.</summary>
    public List<ExpertObjection> Objections { get; private set; } = [];

    /// <summary>Whether the person has consented; null before the answer.</summary>
    public bool? Consents { get; private set; }

    /// <summary>What happened, oldest first.</summary>
    public List<ExpertEntry> History { get; private set; } = [];

    /// <summary>True on the days of the term, unless suspended or removed.</summary>
    public bool ServesOn(DateOnly day) => StateOn(day) == ExpertState.Active;

    /// <summary>Where the expert stands on a day: an appointment becomes active with its term and expires with it.</summary>
    public ExpertState StateOn(DateOnly day) => State switch
    {
        ExpertState.Appointed or ExpertState.Suspended when day > TermTo => ExpertState.Expired,
        ExpertState.Appointed when day >= TermFrom => ExpertState.Active,
        _ => State,
    };

    /// <summary>Whether an act has happened on the present road, that is since the last nomination.</summary>
    public bool Has(ExpertAct act) =>
        History.FindLastIndex(h => h.Act == act) > History.FindLastIndex(h => h.Act == ExpertAct.Nominated);

    /// <summary>Whether a posted candidate may be appointed: publicity over, every objection decided, consent given.</summary>
    public bool IsReady(DateTimeOffset now) => State == ExpertState.InPublicity && IsPublicityOver(now) && Consents == true;

    /// <summary>True if another meeting on <paramref name="day"/> is one too many.</summary>
    /// <param name="day">Day of the meeting.</param>
    /// <param name="meetingsPerYear">Most meetings in one year.</param>
    /// <param name="consecutiveYears">Most years in a row with at least one meeting, the present one included.</param>
    public bool IsOverloadedOn(DateOnly day, int meetingsPerYear, int consecutiveYears)
    {
        var years = 1;
        while (MeetingsByYear.GetValueOrDefault(day.Year - years) > 0)
        {
            years++;
        }

        return MeetingsByYear.GetValueOrDefault(day.Year) >= meetingsPerYear || years > consecutiveYears;
    }

    /// <summary>Counts a meeting the expert was seated for.</summary>
    public void CountMeeting(int year) =>
        MeetingsByYear = new(MeetingsByYear) { [year] = MeetingsByYear.GetValueOrDefault(year) + 1 };

    /// <summary>Notes where the expert worked before, which keeps them from judging people who work there.</summary>
    public void NotePastEmployer(PastEmployer employer) => PastEmployers = [.. PastEmployers, employer];

    private bool IsPublicityOver(DateTimeOffset now) =>
        now >= PostedTo!.Value.EndsAt() && Objections.TrueForAll(o => o.Upheld is not null);

    private void SetTerm(DateOnly from, DateOnly to)
    {
        ExpertRules.TermAtMostThreeYears.Require(to >= from && to < from.AddYears(3));
        TermFrom = from;
        TermTo = to;
    }

    private void SetOut()
    {
        Nomination = ExpertNominationId.New();
        Raise(new ExpertNominated(Nomination.Value, Person));
    }

    private void Note(ExpertAct act, string by, DateTimeOffset now, string? note = null)
    {
        History = [.. History, new ExpertEntry(act, now, by, string.IsNullOrWhiteSpace(note) ? null : note.Trim())];
        if (Nomination is { } nomination && act != ExpertAct.Nominated)
        {
            Raise(new ExpertMoved(nomination, Person, act));
        }
    }
}
