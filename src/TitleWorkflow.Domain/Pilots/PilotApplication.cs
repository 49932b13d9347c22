using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Pilots;

/// <summary>Identifies an application.</summary>
public readonly record struct PilotApplicationId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static PilotApplicationId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>Where an application stands.</summary>
public enum PilotStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Sent back with a reason; may be changed and submitted again.</summary>
    Returned,

    /// <summary>With the district for its check.</summary>
    WithDistrict,

    /// <summary>With the city for evaluation.</summary>
    Submitted,

    /// <summary>Evaluated by one officer; waits for the second.</summary>
    Evaluated,

    /// <summary>Authorised; its committee stands.</summary>
    Authorised,

    /// <summary>The authorisation was taken back; what had been accepted is finished.</summary>
    Withdrawn,
}

/// <summary>
/// A unit's application to review its own staff, or an association's to review its trade (自主评审、社会化评审试点): written by
/// the unit, checked by its district, evaluated by one officer of the city, authorised by another.
/// </summary>
public sealed partial class PilotApplication : Aggregate
{
    private PilotApplication()
    {
    }

    /// <summary>Identity.</summary>
    public PilotApplicationId Id { get; private set; }

    /// <summary>Number shown to people (申请号).</summary>
    public string Number { get; private set; } = "";

    /// <summary>The enterprise or association.</summary>
    public OrganisationId Unit { get; private set; }

    /// <summary>Whether an enterprise reviews its own staff or an association its trade.</summary>
    public Channel Channel { get; private set; }

    /// <summary>Series.</summary>
    public TitleSeries Series { get; private set; }

    /// <summary>Specialty, Chinese.</summary>
    public string Specialty { get; private set; } = "";

    /// <summary>Highest level to be reviewed.</summary>
    public TitleLevel Level { get; private set; }

    /// <summary>What is applied for.</summary>
    public PilotScope Scope { get; private set; } = null!;

    /// <summary>Where it stands.</summary>
    public PilotStatus Status { get; private set; }

    /// <summary>Unit and specialty while the application is open, null once it is authorised: one open application each.</summary>
    public string? OpenFor { get; private set; }

    /// <summary>The application it renews; null for a first one.</summary>
    public PilotApplicationId? Renews { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset DraftedAt { get; private set; }

    /// <summary>When it was last submitted; null before.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Why it was sent back; null if it was not, or was submitted again.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>The authorisation proposed or given; null before the evaluation.</summary>
    public CommitteeAuthorization? Authorization { get; private set; }

    /// <summary>Whether the city approved the paths of outstanding results.</summary>
    public bool OutstandingApproved { get; private set; }

    /// <summary>The officer who evaluated it; null before.</summary>
    public PersonId? EvaluatedBy { get; private set; }

    /// <summary>The second officer; null before.</summary>
    public PersonId? AuthorisedBy { get; private set; }

    /// <summary>When it was authorised; null before.</summary>
    public DateTimeOffset? AuthorisedAt { get; private set; }

    /// <summary>The unit's committee; null before the first authorisation.</summary>
    public OrganisationId? Committee { get; private set; }

    /// <summary>Begins an application.</summary>
    /// <param name="number">Number shown to people.</param>
    /// <param name="unit">The enterprise or association.</param>
    /// <param name="honors">The enterprise's honours.</param>
    /// <param name="scope">What is applied for.</param>
    /// <param name="today">The day.</param>
    /// <param name="by">Who writes it.</param>
    /// <param name="now">The instant.</param>
    /// <exception cref="RuleBrokenException">Neither an enterprise with a live honour nor an association.</exception>
    public static PilotApplication Draft(
        string number,
        Organisation unit,
        IEnumerable<EnterpriseHonor> honors,
        PilotScope scope,
        DateOnly today,
        PersonId by,
        DateTimeOffset now)
    {
        PilotRules.LeadingUnit.Require(
            unit.Kind == OrganisationKind.OrganisingUnit
            || (unit.Kind == OrganisationKind.Enterprise && honors.Any(h => h.Enterprise == unit.Id && h.IsLiveOn(today))));
        var application = new PilotApplication
        {
            Id = PilotApplicationId.New(),
            Number = number,
            Unit = unit.Id,
            Channel = unit.Kind == OrganisationKind.Enterprise ? Channel.EnterpriseAutonomous : Channel.SocialReview,
            DraftedAt = now,
        };
        application.Take(scope);
        application.Note(PilotAct.Drafted, by, now);
        return application;
    }

    /// <summary>
    /// A pilot applies anew, for the same specialty and committee, before or after its authorisation ends or was withdrawn.
    /// </summary>
    /// <exception cref="RuleBrokenException">It was never authorised.</exception>
    public PilotApplication Renew(string number, PersonId by, DateTimeOffset now)
    {
        PilotRules.RenewsAuthorised.Require(WasAuthorised);
        var renewal = new PilotApplication
        {
            Id = PilotApplicationId.New(),
            Number = number,
            Unit = Unit,
            Channel = Channel,
            Committee = Committee,
            Renews = Id,
            DraftedAt = now,
        };
        renewal.Take(Scope);
        renewal.Note(PilotAct.Drafted, by, now);
        return renewal;
    }

    /// <summary>The unit changes its application; a renewal keeps series and specialty.</summary>
    /// <exception cref="RuleBrokenException">It is with the city or authorised, or a renewal is for something else.</exception>
    public void Revise(PilotScope scope)
    {
        PilotRules.OpenForChange.Require(Status is PilotStatus.Draft or PilotStatus.Returned);
        PilotRules.RenewsAuthorised.Require(Renews is null || (scope.Series == Series && scope.Specialty == Specialty));
        Take(scope);
    }

    /// <summary>The unit hands it in, to its district first.</summary>
    /// <param name="hasDistrict">Whether a district above the unit can check it; else the city gets it at once.</param>
    /// <param name="by">Who hands it in.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">
    /// A line below the national floor, a level that is the province's, a committee even or too small; every broken rule is named.
    /// </exception>
    public void Submit(bool hasDistrict, PersonId by, DateTimeOffset now)
    {
        PilotRules.OpenForChange.Require(Status is PilotStatus.Draft or PilotStatus.Returned);
        Rule[] broken =
        [
            .. UnitStandard.Check(Scope.Standard).Where(f => f.Forbids).Select(f => f.Rule).Distinct(),
            .. Broken(PilotRules.StandardInScope, UnitStandard.IsInScope(Scope.Standard, Level)),
            .. Broken(PilotRules.UpToIntermediate, Level <= TitleLevel.Intermediate),
            .. Broken(CommitteeRules.Odd, Scope.CommitteeSize % 2 == 1),
            .. Broken(CommitteeRules.LargeEnough, Scope.CommitteeSize >= ReviewCommittee.MinimumSize(Level)),
        ];
        if (broken.Length > 0)
        {
            throw new RuleBrokenException(broken);
        }

        Status = hasDistrict ? PilotStatus.WithDistrict : PilotStatus.Submitted;
        SubmittedAt = now;
        ReturnReason = null;
        Note(PilotAct.Submitted, by, now);
    }

    /// <summary>An officer of the city evaluates it and proposes the authorisation.</summary>
    /// <param name="authorization">Document and days, at most three years.</param>
    /// <param name="approvesOutstanding">Whether paths of outstanding results are approved.</param>
    /// <param name="before">The authorisation a renewal follows; null for a first one.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">
    /// Not with the city, longer than three years, a renewal that does not follow, or such a path without approval.
    /// </exception>
    public void Evaluate(
        CommitteeAuthorization authorization, bool approvesOutstanding, CommitteeAuthorization? before, PersonId by, DateTimeOffset now)
    {
        PilotRules.InTurn.Require(Status == PilotStatus.Submitted);
        CommitteeRules.Authorized.Require(authorization.IsLawful);
        PilotRules.RenewalFollows.Require(before is null || authorization.From > before.From);
        PilotRules.OutstandingByCity.Require(approvesOutstanding || UnitStandard.Check(Scope.Standard).Count == 0);
        Authorization = authorization;
        OutstandingApproved = approvesOutstanding;
        EvaluatedBy = by;
        Status = PilotStatus.Evaluated;
        Note(PilotAct.Evaluated, by, now);
    }

    /// <summary>A second officer authorises it.</summary>
    /// <param name="committee">The unit's committee.</param>
    /// <param name="by">The second officer.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">Not evaluated, or evaluated by the same person.</exception>
    public void Authorise(OrganisationId committee, PersonId by, DateTimeOffset now)
    {
        PilotRules.InTurn.Require(Status == PilotStatus.Evaluated);
        PilotRules.SecondOfficer.Require(EvaluatedBy != by);
        Status = PilotStatus.Authorised;
        OpenFor = null;
        Committee = committee;
        AuthorisedBy = by;
        AuthorisedAt = now;
        Note(PilotAct.Authorised, by, now, Authorization!.DocumentNumber);
    }

    /// <summary>The district, or either officer of the city, sends it back.</summary>
    /// <param name="byDistrict">Whether the district does.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">It lies with somebody else, or no reason.</exception>
    public void SendBack(bool byDistrict, string reason, PersonId by, DateTimeOffset now)
    {
        PilotRules.InTurn.Require(
            byDistrict ? Status == PilotStatus.WithDistrict : Status is PilotStatus.Submitted or PilotStatus.Evaluated);
        PilotRules.ReturnNeedsReason.Require(!string.IsNullOrWhiteSpace(reason));
        Status = PilotStatus.Returned;
        ReturnReason = reason.Trim();
        Authorization = null;
        OutstandingApproved = false;
        EvaluatedBy = null;
        Note(PilotAct.Returned, by, now, ReturnReason);
    }

    /// <summary>True on the days of the authorisation given.</summary>
    public bool IsLiveOn(DateOnly day) => Status == PilotStatus.Authorised && Authorization!.Covers(day);

    private void Take(PilotScope scope)
    {
        Scope = scope;
        Series = scope.Series;
        Specialty = scope.Specialty;
        Level = scope.Level;
        OpenFor = $"{Unit}/{scope.Specialty}";
    }

    private static IEnumerable<Rule> Broken(Rule rule, bool holds) => holds ? [] : [rule];
}
