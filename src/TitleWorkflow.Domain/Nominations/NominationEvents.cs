using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.Nominations;

/// <summary>A nomination stands: the declaration that waits for it, if there is one yet, goes on.</summary>
public sealed record NominationSigned(NominationId Nomination, DeclarationId? Declaration) : IDomainEvent;
