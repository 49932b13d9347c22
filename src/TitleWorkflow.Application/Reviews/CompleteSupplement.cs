using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Reviews;

/// <summary>An applicant hands the supplement in, once and for all (提交补正); the flow goes back to the eligibility check.</summary>
public static class CompleteSupplement
{
    /// <param name="Declaration">The case.</param>
    public sealed record Command(DeclarationId Declaration) : IRequest, ICommand
    {
        string ICommand.Subject => Declaration.ToString();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, DeclarationAccess access, TimeProvider clock)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var declaration = await access.FindOwnAsync(command.Declaration, ct, withEvidence: true);
            var notice = await db.FindSupplementAsync(declaration.Id, ct);
            var now = clock.GetUtcNow();
            notice.Complete(declaration, new Actor(null, user.Name), now);

            var task = await db.WorkItems.SingleOrDefaultAsync(
                w => w.Declaration == declaration.Id && w.Assignee == user.Person
                    && w.Status == WorkItemStatus.Open && w.Form == "supplement",
                ct);
            WorkItemRules.StillOpen.Require(task is not null);
            task!.Complete("Supplied", null, user.Person!.Value, now);
        }
    }
}
