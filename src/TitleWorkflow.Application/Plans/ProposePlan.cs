using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Committees;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Plans;

/// <summary>A committee's office proposes the annual plan for one level (报送年度评审计划).</summary>
public static class ProposePlan
{
    /// <param name="Committee">The committee.</param>
    /// <param name="Year">Plan year.</param>
    /// <param name="Level">Level to be reviewed.</param>
    /// <param name="Terms">What is proposed.</param>
    /// <param name="Channel">Channel; null for the one a pilot reviews by, and for the ordinary one.</param>
    public sealed record Command(
        OrganisationId Committee, int Year, TitleLevel Level, PlanTerms Terms, Channel? Channel = null) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Committee.ToString();
    }

    /// <param name="Proposal">The proposal.</param>
    public sealed record Result(PlanProposalId Proposal);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Year).InclusiveBetween(2000, 2100);
            RuleFor(c => c.Level).IsInEnum();
            RuleFor(c => c.Channel).IsInEnum();
            RuleFor(c => c.Terms).NotNull().ChildRules(PlanTermsShape.Check);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var committee = await db.FindCommitteeAsync(user, command.Committee, ct);
            if (!user.Appoints(committee))
            {
                throw new NotFoundException();
            }

            var rules = await db.PublishedRulesAsync(command.Terms, ct);
            var channel = PlanProposal.ChannelFor(command.Channel, await db.OwnPowerAsync(committee.Id, ct));

            // Two at the same instant: the later one meets the index of proposals and, started again, this rule.
            PlanRules.OneAYear.Require(!await StandsAsync(command, channel, ct));
            var proposal = PlanProposal.Propose(
                committee, rules, command.Year, command.Level, channel, command.Terms, user.Person!.Value, clock.GetUtcNow());
            db.PlanProposals.Add(proposal);
            db.HoldUnchanged(committee);
            journal.Detail = $"{command.Year} {channel} {command.Level}";
            return new Result(proposal.Id);
        }

        private async Task<bool> StandsAsync(Command command, Channel channel, CancellationToken ct) =>
            await db.PlanProposals.AnyAsync(
                p => p.Committee == command.Committee && p.Year == command.Year && p.Level == command.Level && p.Channel == channel, ct)
            || await db.Plans.AnyAsync(
                p => p.Committee == command.Committee && p.Year == command.Year && p.Level == command.Level && p.Channel == channel, ct);
    }
}
