using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Committees;

/// <summary>A member's seat.</summary>
public enum CommitteePosition
{
    /// <summary>Director (主任委员).</summary>
    Director,

    /// <summary>Deputy director (副主任委员).</summary>
    Deputy,

    /// <summary>Member (委员).</summary>
    Member,

    /// <summary>Alternate (候补); neither counts nor votes.</summary>
    Alternate,
}

/// <summary>A person's seat in a committee.</summary>
/// <param name="Person">Who.</param>
/// <param name="Position">As what.</param>
public sealed record CommitteeSeat(PersonId Person, CommitteePosition Position);

/// <summary>Leave to run reviews (核准备案), at most three years; not to be mistaken for the filing of results.</summary>
/// <param name="DocumentNumber">The authorising document.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
public sealed record CommitteeAuthorization(string DocumentNumber, DateOnly From, DateOnly To)
{
    /// <summary>True if it ends after it begins and runs at most three years.</summary>
    internal bool IsLawful => To >= From && To < From.AddYears(CommitteeRules.AuthorizationYears);

    /// <summary>True from <see cref="From"/> to <see cref="To"/>, both included.</summary>
    internal bool Covers(DateOnly day) => From <= day && day <= To;
}

/// <summary>A review committee (评审委员会): one series and specialty, never mixed.</summary>
public sealed class ReviewCommittee : Aggregate
{
    private ReviewCommittee()
    {
    }

    /// <summary>A committee with its authorisation and no members yet.</summary>
    /// <exception cref="RuleBrokenException">The authorisation runs longer than three years.</exception>
    public ReviewCommittee(
        OrganisationId id,
        OrganisationId organisingUnit,
        TitleSeries series,
        string specialty,
        TitleLevel level,
        CommitteeAuthorization authorization)
    {
        CommitteeRules.Authorized.Require(authorization.IsLawful);
        Id = id;
        OrganisingUnit = organisingUnit;
        Series = series;
        Specialty = specialty;
        Level = level;
        Authorization = authorization;
    }

    /// <summary>Identity: the committee's organisation.</summary>
    public OrganisationId Id { get; private set; }

    /// <summary>The unit that set it up and answers for it.</summary>
    public OrganisationId OrganisingUnit { get; private set; }

    /// <summary>Series.</summary>
    public TitleSeries Series { get; private set; }

    /// <summary>Specialty.</summary>
    public string Specialty { get; private set; } = "";

    /// <summary>Highest level it reviews.</summary>
    public TitleLevel Level { get; private set; }

    /// <summary>Its latest authorisation.</summary>
    public CommitteeAuthorization Authorization { get; private set; } = null!;

    /// <summary>The authorisations before it, the oldest first; they count for their own days.</summary>
    public List<CommitteeAuthorization> Earlier { get; private set; } = [];

    /// <summary>Since when it takes on nothing new, its authorisation withdrawn; null otherwise.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>Who sits in it, alternates last.</summary>
    public List<CommitteeSeat> Seats { get; private set; } = [];

    /// <summary>Those who count and vote.</summary>
    public IReadOnlyList<CommitteeSeat> Members => [.. Seats.Where(s => s.Position != CommitteePosition.Alternate)];

    /// <summary>Committee size N.</summary>
    public int Size => Members.Count;

    /// <summary>Smallest lawful size at a level, for a committee set up by specialty.</summary>
    public static int MinimumSize(TitleLevel level) =>
        level >= TitleLevel.DeputySenior ? CommitteeRules.SeniorBySpecialty : CommitteeRules.Lower;

    /// <summary>True on the days an authorisation covers.</summary>
    public bool IsAuthorizedOn(DateOnly day) => Authorization.Covers(day) || Earlier.Exists(a => a.Covers(day));

    /// <summary>True on the days an authorisation covers, unless it was withdrawn: what was accepted before is finished none the less.</summary>
    public bool TakesOnAt(DateOnly day) => WithdrawnOn is null && IsAuthorizedOn(day);

    /// <summary>True if every day from <paramref name="from"/> to <paramref name="to"/>, both included, is covered.</summary>
    public bool IsAuthorizedThrough(DateOnly from, DateOnly to)
    {
        var day = from;
        while (day <= to && Earlier.Append(Authorization).LastOrDefault(a => a.Covers(day)) is { } covering)
        {
            day = covering.To.AddDays(1);
        }

        return day > to;
    }

    /// <summary>The authority takes the authorisation back; the committee finishes what it had accepted.</summary>
    public void Withdraw(DateOnly day) => WithdrawnOn = day;

    /// <summary>Gives the committee its next authorisation (续期); the one before keeps its days, a withdrawal is over.</summary>
    /// <exception cref="RuleBrokenException">It runs longer than three years.</exception>
    public void Renew(CommitteeAuthorization next)
    {
        CommitteeRules.Authorized.Require(next.IsLawful);
        Earlier = [.. Earlier, Authorization];
        Authorization = next;
        WithdrawnOn = null;
    }

    /// <summary>Seats the whole committee.</summary>
    /// <exception cref="RuleBrokenException">Even, too small for the level, or not exactly one director; every broken rule is named.</exception>
    public void Appoint(IReadOnlyList<CommitteeSeat> seats)
    {
        var size = seats.Count(s => s.Position != CommitteePosition.Alternate);
        Rule[] broken =
        [
            .. Broken(CommitteeRules.Odd, size % 2 == 1),
            .. Broken(CommitteeRules.LargeEnough, size >= MinimumSize(Level)),
            .. Broken(
                CommitteeRules.OneDirector,
                seats.Count(s => s.Position == CommitteePosition.Director) == 1
                && seats.DistinctBy(s => s.Person).Count() == seats.Count),
        ];
        if (broken.Length > 0)
        {
            throw new RuleBrokenException(broken);
        }

        Seats = [.. seats.OrderBy(s => s.Position)];
    }

    private static IEnumerable<Rule> Broken(Rule rule, bool holds) => holds ? [] : [rule];
}
