using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>An indicator that experts judge is added to the draft of a plan's standard; without a draft this begins one.</summary>
public static class AddIndicator
{
    /// <param name="Plan">The plan.</param>
    /// <param name="Below">Key of the indicator it belongs to; null for the first level.</param>
    /// <param name="Text">Chinese words.</param>
    /// <param name="English">English words.</param>
    /// <param name="Cap">Most points it can give.</param>
    public sealed record Command(PlanId Plan, string? Below, string Text, string English, int Cap) : IRequest, ICommand
    {
        string ICommand.Subject => Plan.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Text).NotEmpty().MaximumLength(120);
            RuleFor(c => c.English).NotEmpty().MaximumLength(120);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var plan = await db.FindPlanAsync(command.Plan, ct);
            var standard = plan.StandardDraft?.Standard ?? plan.Standard;
            if (command.Below is { } below && standard.Find(below) is null)
            {
                throw new NotFoundException();
            }

            plan.DraftStandard(
                standard.Adding(command.Below, new IndicatorName(command.Text, command.English), command.Cap), user.Person!.Value);
            journal.Detail = $"+ {command.Text} / {command.English}";
        }
    }
}
