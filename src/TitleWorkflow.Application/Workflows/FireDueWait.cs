using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Engine;

namespace TitleWorkflow.Application.Workflows;

/// <summary>The clock reached a flow's waiting point: the flow goes on. A wait that was over before is left alone.</summary>
public static class FireDueWait
{
    /// <param name="BookmarkId">The waiting point.</param>
    public sealed record Command(string BookmarkId) : IRequest, ICommand
    {
        string ICommand.Subject => BookmarkId;
    }

    internal sealed class Handler(WorkflowEngine engine) : IRequestHandler<Command>
    {
        public Task Handle(Command command, CancellationToken ct) =>
            engine.ResumeAsync(new ResumeWorkflow { BookmarkId = command.BookmarkId, By = "clock" }, ct);
    }
}
