using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>A second person approves a request; the step is skipped, or the flow and its case end, in the same commit.</summary>
public static class ApproveIntervention
{
    /// <param name="Intervention">The request.</param>
    public sealed record Command(InterventionId Intervention) : IRequest, ICommand
    {
        string ICommand.Subject => Intervention.ToString();
    }

    internal sealed class Handler(
        TitleDb db,
        WorkflowEngine engine,
        InstanceFiles files,
        StatutoryActs acts,
        InterventionDesk desk,
        ICurrentUser user,
        TimeProvider clock,
        CommandJournal journal)
        : IRequestHandler<Command>
    {
        private string By => user.Person!.Value.ToString();

        public async Task Handle(Command command, CancellationToken ct)
        {
            var request = await db.Interventions.SingleOrDefaultAsync(i => i.Id == command.Intervention, ct)
                ?? throw new NotFoundException();
            InterventionRules.StillPending.Require(request.Status == InterventionStatus.Pending);
            var file = await files.FindAsync(request.InstanceId, ct);
            request.Approve(
                ActOf(request, file), await desk.BallotOpenedAsync(file.Declaration, ct), user.Person!.Value, clock.GetUtcNow());
            await (request.Kind == InterventionKind.Skip ? SkipAsync(request, file, ct) : CancelAsync(request, file, ct));
            await desk.TellRequesterAsync(request, file, ct);
            journal.Detail = $"{request.Kind} {request.InstanceId} {request.Step}: {request.Reason}";
        }

        // The flow may have been migrated since the request: what counts is what the step is now.
        private StatutoryAct ActOf(Intervention request, InstanceFile file)
        {
            if (request.Kind == InterventionKind.Cancel)
            {
                return StatutoryAct.None;
            }

            var node = file.OpenStep(request.ActivityInstanceId!) is { } open ? file.NodeAt(open.NodeId) : null;
            InstanceRules.StepOpen.Require(node is not null);
            InstanceRules.OutcomeDrawn.Require(request.Outcome is null || acts.OutcomesOf(node!).Contains(request.Outcome));
            return acts.Of(node!, request.Outcome);
        }

        private async Task SkipAsync(Intervention request, InstanceFile file, CancellationToken ct)
        {
            // Before the flow goes on, so that history tells things in their order.
            file.Declaration?.Note(
                HistoryAct.StepSkipped, desk.Actor(), clock.GetUtcNow(), $"{request.Step}：{request.Reason}");
            await engine.SkipAsync(
                new SkipActivity(request.InstanceId, request.ActivityInstanceId!)
                {
                    Outcomes = request.Outcome is { } outcome ? [outcome] : [],
                    By = By,
                    Reason = request.Reason,
                },
                ct);
        }

        private async Task CancelAsync(Intervention request, InstanceFile file, CancellationToken ct)
        {
            InstanceRules.NotOver.Require(!file.IsOver);
            await desk.EndCaseAsync(request, file, ct);
            await engine.CancelAsync(request.InstanceId, By, request.Reason, ct);
        }
    }
}
