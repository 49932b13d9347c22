namespace TitleWorkflow.Application.Workflows;

/// <summary>What a flow waits for when people have something to do: the work item's end.</summary>
/// <param name="WorkItem">The work item.</param>
public sealed record WorkItemDone(Guid WorkItem);

/// <summary>What a flow waits for at the ballot.</summary>
/// <param name="Declaration">The case.</param>
public sealed record BallotDecided(Guid Declaration);

/// <summary>What a flow waits for after a lapse, should the supervisor overturn it.</summary>
/// <param name="Declaration">The case.</param>
public sealed record LapseReversed(Guid Declaration);

/// <summary>What a flow waits for while a name is posted: the end of its last day.</summary>
/// <param name="Notice">The publicity notice.</param>
public sealed record PublicityPeriod(Guid Notice);

/// <summary>What a flow waits for while a name is posted, besides the end: an objection that is to be looked into.</summary>
/// <param name="Declaration">The case.</param>
public sealed record NameObjectedTo(Guid Declaration);

/// <summary>What a flow waits for besides the applicant's answer: the end of the notice's last day.</summary>
/// <param name="Notice">The supplement notice.</param>
public sealed record SupplementPeriod(Guid Notice);

/// <summary>What a flow waits for once a result other than passed was told, should the applicant ask for re-examination.</summary>
/// <param name="Declaration">The case.</param>
public sealed record ReexaminationAsked(Guid Declaration);

/// <summary>What a flow waits for besides a request for re-examination: the end of the last day to ask.</summary>
/// <param name="Declaration">The case.</param>
public sealed record ReexaminationPeriod(Guid Declaration);

/// <summary>What a flow waits for on a road into the expert pool: whatever happens next on it.</summary>
/// <param name="Nomination">The road.</param>
public sealed record MembershipMoved(Guid Nomination);

/// <summary>What a flow waits for while a dossier is shown at the employer's: the end of the last day.</summary>
/// <param name="Declaration">The case.</param>
public sealed record OpenDisplayPeriod(Guid Declaration);
