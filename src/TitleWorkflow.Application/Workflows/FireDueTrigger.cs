using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Engine;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows;

/// <summary>
/// The clock reached a moment at which a flow starts: a new instance begins at the trigger, and its next moment is noted. After a
/// downtime a flow starts once, however many moments were missed.
/// </summary>
public static class FireDueTrigger
{
    /// <param name="Trigger">The trigger.</param>
    public sealed record Command(Guid Trigger) : IRequest, ICommand
    {
        string ICommand.Subject => Trigger.ToString();
    }

    internal sealed class Handler(
        TitleDb db, WorkflowEngine engine, FlowTriggers triggers, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var trigger = await db.WorkflowTriggers.SingleOrDefaultAsync(t => t.Id == command.Trigger && t.DueAt <= now, ct);
            if (trigger is null)
            {
                return;
            }

            var started = await engine.StartAsync(
                new StartWorkflow(trigger.DefinitionId) { TriggerActivityId = trigger.ActivityId, By = "clock" }, ct);
            if (started.Outcome is StartOutcome.InvalidInput or StartOutcome.NotPublished)
            {
                throw new InvalidOperationException(
                    $"The flow {trigger.DefinitionId} cannot be started by the clock: {started.Outcome} {string.Join("; ", started.Refusals)}");
            }

            // A flow of which only one instance may run is not started while it does; its next moment comes.
            journal.Detail = $"{trigger.DefinitionId}: {started.Outcome}";
            trigger.DueAt = await triggers.NextAsync(trigger, ct);
        }
    }
}
