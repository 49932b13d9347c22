using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Plans;

/// <summary>The city sends a proposed plan back to the committee's office, with a reason.</summary>
public static class ReturnPlan
{
    /// <param name="Proposal">The proposal.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(PlanProposalId Proposal, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Proposal.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(1000);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var (proposal, _) = await db.FindToDecideAsync(user, command.Proposal, ct);
            proposal.SendBack(command.Reason, user.Person!.Value, clock.GetUtcNow());
        }
    }
}
