using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;

namespace TitleWorkflow.Application.Workflows.Drafts;

/// <summary>A designer throws a draft away (放弃草稿); every save of it stays in the history.</summary>
public static class DiscardFlowDraft
{
    /// <param name="DefinitionId">The flow.</param>
    public sealed record Command(string DefinitionId) : IRequest, ICommand
    {
        string ICommand.Subject => DefinitionId;
    }

    internal sealed class Handler(FlowDesigns designs, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            if (!FlowDesigns.MayDraw(user) || (await designs.OfAsync(command.DefinitionId, ct)).Count == 0)
            {
                throw new NotFoundException();
            }

            var draft = await designs.OpenDraftAsync(command.DefinitionId, ct);
            FlowRules.DraftNeeded.Require(draft is not null);
            draft!.IsOpen = false;
            journal.Detail = $"{draft.DefinitionId}: {FlowDesigns.TokenOf(draft)}";
        }
    }
}
