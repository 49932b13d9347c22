using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office drops a schedule nobody was told of; its dossiers can be scheduled anew (撤销答辩编排).</summary>
public static class DropDefences
{
    /// <param name="Schedule">The schedule.</param>
    public sealed record Command(DefenceScheduleId Schedule) : IRequest, ICommand
    {
        string ICommand.Subject => Schedule.ToString();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var (schedule, defences) = await new DefenceFacts(db, user).FindAsync(command.Schedule, ct);
            schedule.Drop();
            db.OralDefences.RemoveRange(defences.Select(h => h.Defence));
            db.DefenceSchedules.Remove(schedule);
        }
    }
}
