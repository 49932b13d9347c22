using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Channels.Roads;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Plans;

/// <summary>The city approves a plan: applicants find it from now on, with form and scoring standard of the plan most like it.</summary>
public static class ApprovePlan
{
    /// <param name="Proposal">The proposal.</param>
    /// <param name="Revision">The save of the proposal the approver has seen.</param>
    public sealed record Command(PlanProposalId Proposal, int Revision) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Proposal.ToString();
    }

    /// <param name="Plan">The plan.</param>
    public sealed record Result(PlanId Plan);

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (proposal, committee) = await db.FindToDecideAsync(user, command.Proposal, ct);
            PlanRules.SeenAsItIs.Require(proposal.Status != PlanStatus.Proposed || proposal.Version == command.Revision);
            proposal.Approve(committee, user.Person!.Value, clock.Today(), clock.GetUtcNow());
            db.HoldUnchanged(committee);
            var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == proposal.Plan, ct);
            if (plan is null)
            {
                plan = await NewAsync(proposal, committee, ct);
                db.Plans.Add(plan);
            }

            plan.Set(proposal.Terms);
            return new Result(plan.Id);
        }

        // Form and standard are taken over from the committee's last plan of the channel, else from another's of the same series;
        // the first one of all begins with those the channel brings.
        private async Task<AnnualPlan> NewAsync(PlanProposal proposal, ReviewCommittee committee, CancellationToken ct)
        {
            var like = await db.Plans.AsNoTracking().Where(p => p.Series == committee.Series && p.Channel == proposal.Channel)
                .OrderByDescending(p => p.Committee == committee.Id).ThenByDescending(p => p.Year).ThenBy(p => p.Id)
                .FirstOrDefaultAsync(ct);
            var road = ChannelRoad.Of(proposal.Channel);
            return new AnnualPlan(
                proposal.Plan, proposal.Terms.Title, proposal.Terms.EnglishTitle, proposal.Year, committee.Id, committee.Series,
                committee.Specialty, proposal.Level, proposal.Channel, proposal.Terms.OpensOn, proposal.Terms.ClosesOn,
                proposal.Terms.RuleSet, road.Flow, like?.Form ?? road.Form, like?.Standard ?? road.Standard)
            {
                NumberPrefix = road.NumberPrefix,
                StaffOf = proposal.Channel == Channel.EnterpriseAutonomous ? committee.OrganisingUnit : null,
            };
        }
    }
}
