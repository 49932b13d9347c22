using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Committees;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Plans;

/// <summary>Shows one proposed or approved plan beside the authorisation it must lie within, and what the reader may do.</summary>
public static class GetPlanProposal
{
    /// <param name="Proposal">The proposal.</param>
    public sealed record Query(PlanProposalId Proposal) : IRequest<Result>;

    /// <param name="Proposal">The proposal.</param>
    /// <param name="Plan">The plan it is, or will be.</param>
    /// <param name="Committee">The committee.</param>
    /// <param name="CommitteeName">Its Chinese name.</param>
    /// <param name="EnglishCommittee">Its English name; null if it has none.</param>
    /// <param name="Authorization">Its latest authorisation.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Specialty">Specialty, Chinese.</param>
    /// <param name="Year">Plan year.</param>
    /// <param name="Level">Level.</param>
    /// <param name="Channel">Channel.</param>
    /// <param name="Terms">What is proposed.</param>
    /// <param name="RuleSet">The rule set version.</param>
    /// <param name="Status">Where it stands.</param>
    /// <param name="Revision">Counts the saves; an approval names the one it has seen.</param>
    /// <param name="ProposedBy">Who wrote it.</param>
    /// <param name="ProposedAt">When.</param>
    /// <param name="DecidedBy">Who decided last; null before.</param>
    /// <param name="ReturnReason">Why it was sent back; null if it was not.</param>
    /// <param name="MayRevise">Whether the reader may change it.</param>
    /// <param name="MayDecide">Whether the reader may approve it or send it back.</param>
    public sealed record Result(
        PlanProposalId Proposal,
        PlanId Plan,
        OrganisationId Committee,
        string CommitteeName,
        string? EnglishCommittee,
        CommitteeAuthorization Authorization,
        TitleSeries Series,
        string Specialty,
        int Year,
        TitleLevel Level,
        Channel Channel,
        PlanTerms Terms,
        RuleSetName RuleSet,
        PlanStatus Status,
        int Revision,
        string ProposedBy,
        DateTimeOffset ProposedAt,
        string? DecidedBy,
        string? ReturnReason,
        bool MayRevise,
        bool MayDecide);

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var proposal = await db.ProposalsOf(user).AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Proposal, ct)
                ?? throw new NotFoundException();
            var committee = await db.Committees.AsNoTracking().SingleAsync(c => c.Id == proposal.Committee, ct);
            var own = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == committee.Id, ct);
            var rules = await db.RuleSets.AsNoTracking().SingleAsync(r => r.Id == proposal.Terms.RuleSet, ct);
            List<PersonId> people = [.. new[] { proposal.ProposedBy, proposal.DecidedBy }.OfType<PersonId>()];
            var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
            return new Result(
                proposal.Id, proposal.Plan, committee.Id, own.Name, own.EnglishName, committee.Authorization, committee.Series,
                committee.Specialty, proposal.Year, proposal.Level, proposal.Channel, proposal.Terms, RuleSetName.Of(rules),
                proposal.Status, proposal.Version, names[proposal.ProposedBy], proposal.ProposedAt,
                proposal.DecidedBy is { } by ? names[by] : null, proposal.ReturnReason,
                user.Appoints(committee) && (proposal.InForce is null || clock.Today() < proposal.InForce.OpensOn),
                proposal.Status == PlanStatus.Proposed && proposal.ProposedBy != user.Person
                    && await db.DecidingCommittees(user).ContainsAsync(committee.Id, ct));
        }
    }
}

/// <summary>A version of a rule set as it is chosen and shown.</summary>
/// <param name="Id">The version.</param>
/// <param name="Region">Region.</param>
/// <param name="Channel">Channel.</param>
/// <param name="Year">Year it is made for.</param>
/// <param name="Number">Version number.</param>
public sealed record RuleSetName(RuleSetId Id, string Region, Channel Channel, int Year, int Number)
{
    internal static RuleSetName Of(RuleSet set) => new(set.Id, set.Region, set.Channel, set.Year, set.Number);
}
