using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>Somebody takes a task of their office (认领).</summary>
public static class ClaimWorkItem
{
    /// <param name="WorkItem">The task.</param>
    public sealed record Command(WorkItemId WorkItem) : IRequest, ICommand
    {
        string ICommand.Subject => WorkItem.ToString();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var task = await db.FindOfficeTaskAsync(user, command.WorkItem, ct);
            task.Claim(user.Person!.Value);
        }
    }
}
