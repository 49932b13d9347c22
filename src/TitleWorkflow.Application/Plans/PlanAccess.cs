using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Committees;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Plans;

/// <summary>Whose plans are whose: the committee's office and unit propose, the city above decides, the auditors read.</summary>
internal static class PlanAccess
{
    /// <summary>Committees for which the user proposes plans.</summary>
    public static IQueryable<ReviewCommittee> ProposingCommittees(this TitleDb db, ICurrentUser user)
    {
        var offices = user.OfficesOf(Role.CommitteeOffice);
        var units = user.OfficesOf(Role.OrganisingOfficer);
        return db.Committees.Where(c => offices.Contains(c.Id) || units.Contains(c.OrganisingUnit));
    }

    /// <summary>Committees whose plans the user decides on.</summary>
    public static IQueryable<OrganisationId> DecidingCommittees(this TitleDb db, ICurrentUser user) =>
        db.AreaOf(user.OfficesOf(Role.CityOfficer));

    /// <summary>Committees of the user's city or audit.</summary>
    public static IQueryable<OrganisationId> CommitteesBelow(this TitleDb db, ICurrentUser user) =>
        db.AreaOf([.. user.OfficesOf(Role.CityOfficer), .. user.OfficesOf(Role.Auditor)]);

    /// <summary>Proposals the user may see.</summary>
    public static IQueryable<PlanProposal> ProposalsOf(this TitleDb db, ICurrentUser user)
    {
        var own = db.ProposingCommittees(user).Select(c => c.Id);
        var below = db.CommitteesBelow(user);
        return db.PlanProposals.Where(p => own.Contains(p.Committee) || below.Contains(p.Committee));
    }

    /// <summary>A proposal of one's own committee, with the committee.</summary>
    /// <exception cref="NotFoundException">There is none, or it is another committee's.</exception>
    public static async Task<(PlanProposal Proposal, ReviewCommittee Committee)> FindOwnProposalAsync(
        this TitleDb db, ICurrentUser user, PlanProposalId id, CancellationToken ct)
    {
        var proposal = await db.PlanProposals.SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotFoundException();
        var committee = await db.Committees.SingleAsync(c => c.Id == proposal.Committee, ct);
        return user.Appoints(committee) ? (proposal, committee) : throw new NotFoundException();
    }

    /// <summary>A proposal the user decides on, with the committee.</summary>
    /// <exception cref="NotFoundException">There is none, or it is another city's.</exception>
    public static async Task<(PlanProposal Proposal, ReviewCommittee Committee)> FindToDecideAsync(
        this TitleDb db, ICurrentUser user, PlanProposalId id, CancellationToken ct)
    {
        var area = db.DecidingCommittees(user);
        var proposal = await db.PlanProposals.SingleOrDefaultAsync(p => p.Id == id && area.Contains(p.Committee), ct)
            ?? throw new NotFoundException();
        return (proposal, await db.Committees.SingleAsync(c => c.Id == proposal.Committee, ct));
    }

    /// <summary>
    /// The channel by which a pilot's committee reviews its own people or its industry's; null for a committee of the bureau.
    /// </summary>
    public static Task<Channel?> OwnPowerAsync(this TitleDb db, OrganisationId committee, CancellationToken ct) =>
        db.PilotApplications.Where(a => a.Committee == committee).Select(a => (Channel?)a.Channel).FirstOrDefaultAsync(ct);

    /// <summary>The published rules a plan is to rest on.</summary>
    /// <exception cref="Domain.RuleBrokenException">The rule set is a draft, or there is none.</exception>
    public static async Task<RuleSet> PublishedRulesAsync(this TitleDb db, PlanTerms terms, CancellationToken ct)
    {
        var rules = await db.RuleSets.AsNoTracking().SingleOrDefaultAsync(r => r.Id == terms.RuleSet && r.IsPublished, ct);
        PlanRules.PublishedRules.Require(rules is not null);
        return rules!;
    }
}
