using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>Somebody passes a claimed office task to a colleague: for good (转办) or to have it back (委派).</summary>
public static class PassOnWorkItem
{
    /// <summary>Whether the task comes back when released.</summary>
    public enum Manner
    {
        /// <summary>For good (转办).</summary>
        Transfer,

        /// <summary>Comes back when released (委派).</summary>
        Delegate,
    }

    /// <param name="WorkItem">The task.</param>
    /// <param name="To">A colleague who holds the task's role at its office.</param>
    /// <param name="Manner">For good or not.</param>
    /// <param name="Reason">Why; kept in the audit log.</param>
    public sealed record Command(WorkItemId WorkItem, PersonId To, Manner Manner, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => WorkItem.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
            RuleFor(c => c.Manner).IsInEnum();
        }
    }

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, TimeProvider clock, TaskDesk desk, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var task = await db.FindOfficeTaskAsync(user, command.WorkItem, ct);
            var today = clock.Today();
            var holds = await db.Grants.AnyAsync(
                g => g.Person == command.To && g.Role == task.Role && g.Organisation == task.Organisation
                    && g.From <= today && (g.To == null || g.To >= today),
                ct);
            if (command.Manner == Manner.Transfer)
            {
                task.Transfer(command.To, holds, user.Person!.Value);
            }
            else
            {
                task.Delegate(command.To, holds, user.Person!.Value);
            }

            await desk.TellAssigneeAsync(task, ct);
            journal.Detail = $"{command.Manner} → {command.To}: {command.Reason}";
        }
    }
}
