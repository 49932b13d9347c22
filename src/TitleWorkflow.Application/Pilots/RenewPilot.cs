using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Pilots;

/// <summary>A pilot that was authorised applies for its next authorisation, beginning from what it applied for before (续期).</summary>
public static class RenewPilot
{
    /// <param name="Application">The application to renew.</param>
    public sealed record Command(PilotApplicationId Application) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Application.ToString();
    }

    /// <param name="Application">The new application.</param>
    /// <param name="Number">Its number.</param>
    public sealed record Result(PilotApplicationId Application, string Number);

    internal sealed class Handler(TitleDb db, ICurrentUser user, Numbers numbers, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var authorised = await db.FindOwnPilotAsync(user, command.Application, ct);

            // Its successor, open or authorised, is what would be renewed now.
            PilotRules.OneOpen.Require(!await db.PilotApplications.AnyAsync(a => a.Renews == authorised.Id, ct));
            var today = clock.Today();
            var number = $"ZP-{today.Year}-{await numbers.NextAsync($"pilot/{today.Year}", ct):0000}";
            var renewal = authorised.Renew(number, user.Person!.Value, clock.GetUtcNow());
            db.PilotApplications.Add(renewal);
            journal.Detail = number;
            return new Result(renewal.Id, number);
        }
    }
}
