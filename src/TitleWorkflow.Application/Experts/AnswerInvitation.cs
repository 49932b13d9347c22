using MediatR;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>A drawn expert confirms or declines; who declines is replaced by the next fitting alternate at once.</summary>
public static class AnswerInvitation
{
    /// <param name="Draw">The draw.</param>
    /// <param name="Comes">True to confirm.</param>
    public sealed record Command(ExpertDrawId Draw, bool Comes) : IRequest, ICommand
    {
        string ICommand.Subject => Draw.ToString();
    }

    internal sealed class Handler(TitleDb db, NoticeDesk notices, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            // An alternate who has not been called must not learn of the draw by asking.
            var draw = await db.ExpertDraws
                .Where(d => d.Seats.Any(s => s.Expert == user.Person && s.Status != DrawSeatStatus.Waiting))
                .FindDrawAsync(command.Draw, ct);
            if (draw.Answer(user.Person!.Value, command.Comes, clock.GetUtcNow()) is { } next)
            {
                await notices.InviteAsync(next, draw, ct);
            }
        }
    }
}
