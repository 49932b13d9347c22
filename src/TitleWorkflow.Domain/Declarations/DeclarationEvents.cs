namespace TitleWorkflow.Domain.Declarations;

/// <summary>A draft was opened; its flow starts.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Flow">Definition id of the flow the plan names.</param>
public sealed record DeclarationStarted(DeclarationId Declaration, string Number, string Flow) : IDomainEvent;

/// <summary>The applicant withdrew; the flow is cancelled.</summary>
public sealed record DeclarationWithdrawn(DeclarationId Declaration, string Reason) : IDomainEvent;

/// <summary>The declaration was accepted (受理).</summary>
public sealed record DeclarationAccepted(DeclarationId Declaration, Channel Channel) : IDomainEvent;

/// <summary>The declaration ended, whichever way.</summary>
public sealed record DeclarationEnded(DeclarationId Declaration, Channel Channel) : IDomainEvent;

/// <summary>A lapse was overturned by the supervisor; the flow goes back to the eligibility check.</summary>
public sealed record LapseOverturned(DeclarationId Declaration) : IDomainEvent;
