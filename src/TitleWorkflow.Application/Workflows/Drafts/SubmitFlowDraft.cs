using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows.Drafts;

/// <summary>A designer submits the draft as it is stored for a second person's approval (提交审批).</summary>
public static class SubmitFlowDraft
{
    /// <param name="DefinitionId">The flow.</param>
    public sealed record Command(string DefinitionId) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => DefinitionId;
    }

    /// <param name="Submitted">Number of the version that awaits approval; null if something is wrong.</param>
    /// <param name="Errors">What forbids submitting.</param>
    public sealed record Result(int? Submitted, IReadOnlyList<DocumentError> Errors);

    internal sealed class Handler(FlowDesigns designs, FlowSubmission submission, ICurrentUser user) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var states = await designs.OfAsync(command.DefinitionId, ct);
            if (states.Count == 0 || !FlowDesigns.MayDraw(user))
            {
                throw new NotFoundException();
            }

            var draft = await designs.OpenDraftAsync(command.DefinitionId, ct);
            FlowRules.DraftNeeded.Require(draft is not null);
            var errors = await submission.CheckAsync(draft!, ct);
            return errors.Count > 0 ? new Result(null, errors) : new Result(await submission.SubmitAsync(draft!, ct), []);
        }
    }
}
