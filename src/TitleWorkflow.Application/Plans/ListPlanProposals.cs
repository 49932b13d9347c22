using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Plans;

/// <summary>Shows the plans of one's committees, or of the city, those that wait for somebody first.</summary>
public static class ListPlanProposals
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">Those that wait first, then by year, the latest first; at most 200.</param>
    /// <param name="MayPropose">Whether the reader proposes plans for a committee.</param>
    public sealed record Result(IReadOnlyList<Row> Items, bool MayPropose);

    /// <param name="Proposal">The proposal; null for a plan that came without one.</param>
    /// <param name="Plan">The plan.</param>
    /// <param name="Title">Chinese title.</param>
    /// <param name="EnglishTitle">English title.</param>
    /// <param name="Committee">The committee's name.</param>
    /// <param name="EnglishCommittee">Its English name; null if it has none.</param>
    /// <param name="Year">Plan year.</param>
    /// <param name="Level">Level.</param>
    /// <param name="Channel">Channel.</param>
    /// <param name="OpensOn">First day of the window.</param>
    /// <param name="ClosesOn">Last day of the window.</param>
    /// <param name="Status">Where it stands.</param>
    public sealed record Row(
        PlanProposalId? Proposal,
        PlanId Plan,
        string Title,
        string EnglishTitle,
        string Committee,
        string? EnglishCommittee,
        int Year,
        TitleLevel Level,
        Channel Channel,
        DateOnly OpensOn,
        DateOnly ClosesOn,
        PlanStatus Status);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        private const int Most = 200;

        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var committees = await Committees(ct);
            var seen = committees.Keys.ToList();
            var proposals = await db.PlanProposals.AsNoTracking().Where(p => seen.Contains(p.Committee))
                .OrderByDescending(p => p.ProposedAt).Take(Most).ToListAsync(ct);
            var proposed = proposals.Select(p => p.Plan).ToList();
            var others = await db.Plans.Where(p => seen.Contains(p.Committee) && !proposed.Contains(p.Id))
                .OrderByDescending(p => p.Year).Take(Most)
                .Select(p => new { p.Id, p.Title, p.EnglishTitle, p.Committee, p.Year, p.Level, p.Channel, p.OpensOn, p.ClosesOn })
                .ToListAsync(ct);
            return new Result(
                [
                    .. proposals.Select(p => new Row(
                            p.Id, p.Plan, p.Terms.Title, p.Terms.EnglishTitle, committees[p.Committee].Name,
                            committees[p.Committee].EnglishName, p.Year, p.Level, p.Channel, p.Terms.OpensOn, p.Terms.ClosesOn, p.Status))
                        .Concat(others.Select(p => new Row(
                            null, p.Id, p.Title, p.EnglishTitle, committees[p.Committee].Name, committees[p.Committee].EnglishName,
                            p.Year, p.Level, p.Channel, p.OpensOn, p.ClosesOn, PlanStatus.Approved)))
                        .OrderBy(r => r.Status).ThenByDescending(r => r.Year).ThenBy(r => r.Title, StringComparer.Ordinal).Take(Most),
                ],
                await db.ProposingCommittees(user).AnyAsync(ct));
        }

        private async Task<Dictionary<OrganisationId, (string Name, string? EnglishName)>> Committees(CancellationToken ct)
        {
            var own = db.ProposingCommittees(user).Select(c => c.Id);
            var below = db.CommitteesBelow(user);
            return await db.Organisations
                .Where(o => o.Kind == OrganisationKind.Committee && (own.Contains(o.Id) || below.Contains(o.Id)))
                .ToDictionaryAsync(o => o.Id, o => (o.Name, o.EnglishName), ct);
        }
    }
}
