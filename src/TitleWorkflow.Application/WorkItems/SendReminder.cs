using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>The clock reached a reminder: whoever has the task is reminded, once.</summary>
public static class SendReminder
{
    /// <param name="Reminder">The reminder.</param>
    public sealed record Command(Guid Reminder) : IRequest, ICommand
    {
        string ICommand.Subject => Reminder.ToString();
    }

    internal sealed class Handler(TitleDb db, TaskDesk desk) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            if (await db.Reminders.SingleOrDefaultAsync(r => r.Id == command.Reminder && r.DoneAt == null, ct) is { } due)
            {
                await desk.RemindAsync(due, ct);
            }
        }
    }
}
