using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>Identifies a request for re-examination.</summary>
public readonly record struct ReexaminationId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static ReexaminationId New() => new(Guid.CreateVersion7());
}

/// <summary>What an applicant holds against a result.</summary>
public enum ReexaminationGround
{
    /// <summary>The procedure was not kept (评审程序).</summary>
    Procedure,

    /// <summary>Facts of the dossier were overlooked or mistaken (事实认定).</summary>
    Facts,

    /// <summary>Somebody took part who should have left the case (应当回避而未回避).</summary>
    Recusal,

    /// <summary>The work deserves better (学术评价): answered, never decided anew.</summary>
    Merit,
}

/// <summary>What became of a request.</summary>
public enum ReexaminationStatus
{
    /// <summary>The organising unit looks into it.</summary>
    Open,

    /// <summary>It is right: the case alone is assessed again.</summary>
    Upheld,

    /// <summary>The result stands.</summary>
    Dismissed,
}

/// <summary>An applicant's request to look again at how their own result came about (复查), and the organising unit's finding.</summary>
public sealed class Reexamination : Aggregate
{
    private Reexamination()
    {
    }

    /// <summary>Identity.</summary>
    public ReexaminationId Id { get; private set; }

    /// <summary>The case.</summary>
    public DeclarationId Declaration { get; private set; }

    /// <summary>What is held against the result; a case has at most one request on each.</summary>
    public ReexaminationGround Ground { get; private set; }

    /// <summary>What the applicant says.</summary>
    public string Statement { get; private set; } = "";

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Last day for the finding.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>What became of it.</summary>
    public ReexaminationStatus Status { get; private set; }

    /// <summary>The finding with its reasons, told to the applicant; null while open.</summary>
    public string? Finding { get; private set; }

    /// <summary>When it was decided; null while open.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who should have left the case and takes no part in it any more; empty unless that is what was upheld.</summary>
    public List<PersonId> MissedRecusals { get; private set; } = [];

    /// <summary>The applicant asks; the day of asking is not counted (Civil Code, art. 201).</summary>
    /// <param name="declaration">The applicant's own case.</param>
    /// <param name="earlier">The case's earlier requests.</param>
    /// <param name="ground">What is held against the result.</param>
    /// <param name="statement">In the applicant's words.</param>
    /// <param name="workingDays">Time for the finding.</param>
    /// <param name="calendar">The official calendar.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">
    /// No result other than passed was told, the time is over, an earlier request is open or had the same ground, or nothing is said.
    /// </exception>
    public static Reexamination Request(
        Declaration declaration,
        IReadOnlyCollection<Reexamination> earlier,
        ReexaminationGround ground,
        string? statement,
        int workingDays,
        WorkingCalendar calendar,
        DateTimeOffset now)
    {
        ReexaminationRules.ResultTold.Require(
            declaration is { IsLive: false, Status: DeclarationStatus.NotPassed or DeclarationStatus.OverCap });
        ReexaminationRules.InTime.Require(declaration.ReexaminableUntil is { } last && now < last.EndsAt());
        ReexaminationRules.OneAtATime.Require(earlier.All(e => e.Status != ReexaminationStatus.Open));
        ReexaminationRules.OncePerGround.Require(earlier.All(e => e.Ground != ground));
        ReexaminationRules.Stated.Require(!string.IsNullOrWhiteSpace(statement));
        var request = new Reexamination
        {
            Id = ReexaminationId.New(),
            Declaration = declaration.Id,
            Ground = ground,
            Statement = statement!.Trim(),
            RequestedAt = now,
            DueOn = calendar.Window(now.LegalDate(), workingDays).LastDay,
        };
        declaration.Note(HistoryAct.ReexaminationRequested, Actor.Clock, now);
        request.Raise(new ReexaminationRequested(declaration.Id));
        return request;
    }

    /// <summary>
    /// The organising unit finds the request right: the case lives again and is read and voted on anew, without whoever should have
    /// left it.
    /// </summary>
    /// <param name="declaration">The case.</param>
    /// <param name="vote">The vote whose result is set aside.</param>
    /// <param name="tookPart">Who has read the dossier or could vote on it.</param>
    /// <param name="missedRecusals">Who of them should have left the case; for that ground alone.</param>
    /// <param name="finding">The finding with its reasons.</param>
    /// <param name="by">The organising unit.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">
    /// Decided already, no reasons, academic merit, nobody or somebody is named against the ground, or somebody who took no part.
    /// </exception>
    public void Uphold(
        Declaration declaration,
        MeetingCase vote,
        IReadOnlySet<PersonId> tookPart,
        IReadOnlyCollection<PersonId> missedRecusals,
        string? finding,
        Actor by,
        DateTimeOffset now)
    {
        ReexaminationRules.NotMerit.Require(Ground != ReexaminationGround.Merit);
        ReexaminationRules.NamesWhoStayed.Require(Ground == ReexaminationGround.Recusal == missedRecusals.Count > 0);
        ReexaminationRules.TookPart.Require(missedRecusals.All(tookPart.Contains));
        Decide(ReexaminationStatus.Upheld, finding, now);
        MissedRecusals = [.. missedRecusals.Distinct()];
        vote.SetAside();
        declaration.Reassess(Finding!, by, now);
    }

    /// <summary>The organising unit finds that the result stands, and says why.</summary>
    /// <exception cref="RuleBrokenException">Decided already, or no reasons.</exception>
    public void Dismiss(Declaration declaration, string? finding, Actor by, DateTimeOffset now)
    {
        Decide(ReexaminationStatus.Dismissed, finding, now);
        declaration.Note(HistoryAct.ReexaminationDismissed, by, now, Finding);
    }

    private void Decide(ReexaminationStatus status, string? finding, DateTimeOffset now)
    {
        ReexaminationRules.StillOpen.Require(Status == ReexaminationStatus.Open);
        ReexaminationRules.FindingReasoned.Require(!string.IsNullOrWhiteSpace(finding));
        Status = status;
        Finding = finding!.Trim();
        DecidedAt = now;
    }
}

/// <summary>An applicant asked for re-examination; the organising unit is to look into it.</summary>
public sealed record ReexaminationRequested(DeclarationId Declaration) : IDomainEvent;
