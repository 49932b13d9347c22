using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Instances;

/// <summary>Identifies an intervention.</summary>
public readonly record struct InterventionId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static InterventionId New() => new(Guid.CreateVersion7());

    /// <summary>Order of creation, as lists page by it.</summary>
    public int CompareTo(InterventionId other) => Value.CompareTo(other.Value);

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>What is to be done to a flow.</summary>
public enum InterventionKind
{
    /// <summary>A step is taken for done, with an outcome a person chooses (跳转).</summary>
    Skip,

    /// <summary>The flow ends, and its case with it (终止).</summary>
    Cancel,
}

/// <summary>What became of a request.</summary>
public enum InterventionStatus
{
    /// <summary>Waits for a second person.</summary>
    Pending,

    /// <summary>Approved and carried out.</summary>
    Approved,

    /// <summary>Declined by the second person.</summary>
    Declined,

    /// <summary>Taken back by who asked.</summary>
    TakenBack,
}

/// <summary>The step to be skipped.</summary>
/// <param name="ActivityInstanceId">The execution of the step.</param>
/// <param name="Name">Chinese name of the step.</param>
/// <param name="EnglishName">English name; null if the flow gives none.</param>
/// <param name="Outcome">How it shall count as done; null where it has only one way to go on.</param>
/// <param name="Act">What the step stands for in the regulation.</param>
public sealed record SkippedStep(
    string ActivityInstanceId, string Name, string? EnglishName, string? Outcome, StatutoryAct Act);

/// <summary>
/// An administrator's intervention in a running flow (跳转、终止): asked for by one person with a reason, approved by another,
/// never around a ballot, and never in place of an act the regulation demands.
/// </summary>
public sealed class Intervention : Aggregate
{
    private Intervention()
    {
    }

    /// <summary>Identity.</summary>
    public InterventionId Id { get; private set; }

    /// <summary>What is to be done.</summary>
    public InterventionKind Kind { get; private set; }

    /// <summary>The flow instance.</summary>
    public string InstanceId { get; private set; } = "";

    /// <summary>The case; null for a flow without one.</summary>
    public DeclarationId? Declaration { get; private set; }

    /// <summary>The execution of the step to skip; null if the flow is to end.</summary>
    public string? ActivityInstanceId { get; private set; }

    /// <summary>Chinese name of that step; null if the flow is to end.</summary>
    public string? Step { get; private set; }

    /// <summary>English name of that step; null if the flow gives none or is to end.</summary>
    public string? EnglishStep { get; private set; }

    /// <summary>How that step shall count as done; null where it has only one way to go on.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who asked for it.</summary>
    public PersonId RequestedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>What became of it.</summary>
    public InterventionStatus Status { get; private set; }

    /// <summary>Who decided; null while it waits.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>When; null while it waits.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was declined; null otherwise.</summary>
    public string? Remark { get; private set; }

    /// <summary>The flow while the request waits, null afterwards: at most one request per flow waits.</summary>
    public string? PendingOn { get; private set; }

    /// <summary>The rule that forbids to skip a step that stands for <paramref name="act"/>; null if none does.</summary>
    public static Rule? AgainstSkipping(StatutoryAct act) => act switch
    {
        StatutoryAct.ApplicantsAct => InterventionRules.ApplicantActs,
        StatutoryAct.Decision => InterventionRules.OfficeDecides,
        StatutoryAct.OfficialRecord => InterventionRules.ActRecorded,
        StatutoryAct.Publicity => InterventionRules.PublicityRunsOut,
        StatutoryAct.ExpertOpinion => InterventionRules.ExpertsRead,
        StatutoryAct.Ballot => InterventionRules.BallotHeld,
        StatutoryAct.Signature => InterventionRules.SignedInPerson,
        _ => null,
    };

    /// <summary>Asks to skip a step.</summary>
    /// <param name="instanceId">The flow instance.</param>
    /// <param name="declaration">Its case; null if it has none.</param>
    /// <param name="step">The step.</param>
    /// <param name="ballotOpened">Whether a ballot on the case was ever opened.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">No reason, a ballot was opened, or the step stands for an act nobody may make up.</exception>
    public static Intervention RequestSkip(
        string instanceId,
        DeclarationId? declaration,
        SkippedStep step,
        bool ballotOpened,
        string reason,
        PersonId by,
        DateTimeOffset now)
    {
        RequireSkippable(step.Act);
        return Request(InterventionKind.Skip, instanceId, declaration, step, ballotOpened, reason, by, now);
    }

    /// <summary>Asks to end a flow, and its case with it.</summary>
    /// <param name="instanceId">The flow instance.</param>
    /// <param name="declaration">Its case; null if it has none.</param>
    /// <param name="ballotOpened">Whether a ballot on the case was ever opened.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">No reason, or a ballot was opened.</exception>
    public static Intervention RequestCancel(
        string instanceId, DeclarationId? declaration, bool ballotOpened, string reason, PersonId by, DateTimeOffset now) =>
        Request(InterventionKind.Cancel, instanceId, declaration, null, ballotOpened, reason, by, now);

    /// <summary>
    /// A second person approves; whoever calls carries it out in the same commit. What forbade the request forbids the
    /// approval, too, as things stand now.
    /// </summary>
    /// <param name="act">What the step stands for now; <see cref="StatutoryAct.None"/> if the flow is to end.</param>
    /// <param name="ballotOpened">Whether a ballot on the case was ever opened.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">Decided already, approved by who asked, or forbidden meanwhile.</exception>
    public void Approve(StatutoryAct act, bool ballotOpened, PersonId by, DateTimeOffset now)
    {
        RequireSkippable(act);
        InterventionRules.BallotUntouched.Require(!ballotOpened);
        InterventionRules.SecondPerson.Require(by != RequestedBy);
        Close(InterventionStatus.Approved, by, now);
    }

    /// <summary>A second person declines.</summary>
    /// <exception cref="RuleBrokenException">Decided already, declined by who asked, or no reason.</exception>
    public void Decline(string reason, PersonId by, DateTimeOffset now)
    {
        InterventionRules.ReasonGiven.Require(!string.IsNullOrWhiteSpace(reason));
        InterventionRules.SecondPerson.Require(by != RequestedBy);
        Close(InterventionStatus.Declined, by, now);
        Remark = reason.Trim();
    }

    /// <summary>Who asked takes the request back.</summary>
    /// <exception cref="RuleBrokenException">Decided already, or somebody else's request.</exception>
    public void TakeBack(PersonId by, DateTimeOffset now)
    {
        InterventionRules.OwnRequest.Require(by == RequestedBy);
        Close(InterventionStatus.TakenBack, by, now);
    }

    private static Intervention Request(
        InterventionKind kind,
        string instanceId,
        DeclarationId? declaration,
        SkippedStep? step,
        bool ballotOpened,
        string reason,
        PersonId by,
        DateTimeOffset now)
    {
        InterventionRules.ReasonGiven.Require(!string.IsNullOrWhiteSpace(reason));
        InterventionRules.BallotUntouched.Require(!ballotOpened);
        return new Intervention
        {
            Id = InterventionId.New(),
            Kind = kind,
            InstanceId = instanceId,
            Declaration = declaration,
            ActivityInstanceId = step?.ActivityInstanceId,
            Step = step?.Name,
            EnglishStep = step?.EnglishName,
            Outcome = step?.Outcome,
            Reason = reason.Trim(),
            RequestedBy = by,
            RequestedAt = now,
            PendingOn = instanceId,
        };
    }

    private static void RequireSkippable(StatutoryAct act)
    {
        if (AgainstSkipping(act) is { } against)
        {
            throw new RuleBrokenException(against);
        }
    }

    private void Close(InterventionStatus status, PersonId by, DateTimeOffset now)
    {
        InterventionRules.StillPending.Require(Status == InterventionStatus.Pending);
        Status = status;
        DecidedBy = by;
        DecidedAt = now;
        PendingOn = null;
    }
}
