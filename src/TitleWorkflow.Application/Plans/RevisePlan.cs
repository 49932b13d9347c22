using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Plans;

/// <summary>The office changes a plan that is proposed, sent back, or approved but not yet open; it waits for approval again.</summary>
public static class RevisePlan
{
    /// <param name="Proposal">The proposal.</param>
    /// <param name="Terms">What is proposed now.</param>
    public sealed record Command(PlanProposalId Proposal, PlanTerms Terms) : IRequest, ICommand
    {
        string ICommand.Subject => Proposal.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Terms).NotNull().ChildRules(PlanTermsShape.Check);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var (proposal, committee) = await db.FindOwnProposalAsync(user, command.Proposal, ct);
            var rules = await db.PublishedRulesAsync(command.Terms, ct);
            proposal.Revise(committee, rules, command.Terms, user.Person!.Value, clock.Today(), clock.GetUtcNow());
            db.HoldUnchanged(committee);
        }
    }
}
