using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>A second person puts the draft of a plan's standard into force; dossiers submitted before keep theirs (复核并发布).</summary>
public static class ApproveStandard
{
    /// <param name="Plan">The plan.</param>
    /// <param name="Revision">The save the approver has seen.</param>
    public sealed record Command(PlanId Plan, int Revision) : IRequest, ICommand
    {
        string ICommand.Subject => Plan.ToString();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var plan = await db.FindPlanAsync(command.Plan, ct);
            plan.ApproveStandard(command.Revision, user.Person!.Value);
            journal.Detail = $"v{plan.Standard.Version}";
        }
    }
}
