using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Nominations;

/// <summary>The enterprise takes a nomination back, as long as no declaration rests on it; a reserved slot is free again.</summary>
public static class TakeBackNomination
{
    /// <param name="Nomination">The nomination.</param>
    public sealed record Command(NominationId Nomination) : IRequest, ICommand
    {
        string ICommand.Subject => Nomination.ToString();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, NominationDesk desk) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var nomination = await db.FindToSignAsync(user, command.Nomination, ct);
            nomination.TakeBack(await desk.QuotaAsync(nomination.Enterprise, nomination.Year, ct));
        }
    }
}
