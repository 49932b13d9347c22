using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence.Auditing;

namespace TitleWorkflow.Application.Pipeline;

/// <summary>What the command under way adds to its audit entry.</summary>
public sealed class CommandJournal
{
    /// <summary>Recorded reason or change; never a ballot.</summary>
    public string Detail { get; set; } = "";

    internal AuditDraft Done(ICommand command, ICurrentUser user, DateTimeOffset at) => new(
        at, command.NamesActor ? user.Person?.Value : null, command.NamesActor ? user.Origin : "-", ActionName.Of(command.GetType()), command.Subject, "done", "", Detail);
}
