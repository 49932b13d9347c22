namespace TitleWorkflow.Domain.Instances;

/// <summary>What is demanded of an intervention in a running flow (跳转、终止).</summary>
public static class InterventionRules
{
    /// <summary>Whoever intervenes says why.</summary>
    public static readonly Rule ReasonGiven = new(
        "instances.reason-given", "An intervention needs a reason.", Source.Product);

    /// <summary>Four eyes: who asks for it does not decide on it.</summary>
    public static readonly Rule SecondPerson = new(
        "instances.second-person",
        "Skipping a step and ending a flow need the approval of somebody else than who asked for it.",
        Source.Product);

    /// <summary>What is decided stays decided.</summary>
    public static readonly Rule StillPending = new(
        "instances.still-pending", "This request has been decided or taken back already.", Source.Product);

    /// <summary>A request is taken back by who made it.</summary>
    public static readonly Rule OwnRequest = new(
        "instances.own-request", "Only the person who made a request takes it back.", Source.Product);

    /// <summary>One request at a time: the second would be decided on a flow the first has changed.</summary>
    public static readonly Rule OneAtATime = new(
        "instances.one-at-a-time", "Another request on this flow waits for a decision.", Source.Product);

    /// <summary>From the opening of the ballot on, nobody leads a case around its result.</summary>
    public static readonly Rule BallotUntouched = new(
        "instances.ballot-untouched",
        "Once a ballot on a case has been opened, no step of it is skipped and its flow is not ended.",
        Source.Provisions(20));

    /// <summary>Applicants act for themselves.</summary>
    public static readonly Rule ApplicantActs = new(
        "instances.applicant-acts",
        "Submitting, correcting and supplementing are the applicant's own acts; nobody does them in the applicant's stead.",
        Source.Provisions(15));

    /// <summary>Decisions are taken by who is responsible for them.</summary>
    public static readonly Rule OfficeDecides = new(
        "instances.office-decides",
        "A decision on a case is taken by the office responsible for it; an administrator does not take it.",
        Source.Product);

    /// <summary>An official act is performed or it is not; a flow that goes on without it would pretend.</summary>
    public static readonly Rule ActRecorded = new(
        "instances.act-recorded",
        "Acceptance, result notice and certificate are recorded by their step; it is executed again, not skipped.",
        Source.Provisions());

    /// <summary>A publicity period runs out by the calendar.</summary>
    public static readonly Rule PublicityRunsOut = new(
        "instances.publicity-runs-out",
        "A publicity period lasts at least five working days; nobody shortens it.",
        Source.Provisions(26));

    /// <summary>At least three experts read every dossier.</summary>
    public static readonly Rule ExpertsRead = new(
        "instances.experts-read",
        "At least three experts write their opinion before the vote; nobody passes them over.",
        Source.Provisions());

    /// <summary>A result comes from a ballot.</summary>
    public static readonly Rule BallotHeld = new(
        "instances.ballot-held",
        "The committee decides by secret ballot; nobody sets its result.",
        Source.Provisions(20));

    /// <summary>A signature is the signatory's alone.</summary>
    public static readonly Rule SignedInPerson = new(
        "instances.signed-in-person",
        "A signature is given by the signatory alone; nobody signs in their stead.",
        Source.SignatureLaw(13));
}
