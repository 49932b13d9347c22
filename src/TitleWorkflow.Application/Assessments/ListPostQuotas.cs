using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Shows the organising unit the free posts of public institutions under its plans (岗位职数), and how many have passed.</summary>
public static class ListPostQuotas
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">The unit's plans, the newest first.</param>
    public sealed record Result(IReadOnlyList<PlanRow> Items);

    /// <param name="Plan">The plan.</param>
    /// <param name="Title">Its title, Chinese.</param>
    /// <param name="EnglishTitle">Its title, English.</param>
    /// <param name="Quotas">Institutions that have a quota, by name.</param>
    /// <param name="Others">Other employers with a declaration under the plan, by name.</param>
    public sealed record PlanRow(
        PlanId Plan, string Title, string EnglishTitle, IReadOnlyList<Quota> Quotas, IReadOnlyList<Employer> Others);

    /// <param name="Employer">The institution.</param>
    /// <param name="Posts">Free posts.</param>
    /// <param name="Declared">Declarations of its people.</param>
    /// <param name="Passed">Those that have passed.</param>
    public sealed record Quota(Employer Employer, int Posts, int Declared, int Passed);

    /// <param name="Id">The employer.</param>
    /// <param name="Name">Chinese name.</param>
    /// <param name="EnglishName">Name on English pages; null where there is none.</param>
    public sealed record Employer(OrganisationId Id, string Name, string? EnglishName);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var committees = (await db.Committees.Select(c => new { c.Id, c.OrganisingUnit }).ToListAsync(ct))
                .Where(c => user.Has(Role.OrganisingOfficer, c.OrganisingUnit)).Select(c => c.Id).ToList();
            var plans = await db.Plans.Where(p => committees.Contains(p.Committee)).OrderByDescending(p => p.Year).ThenBy(p => p.Title)
                .Select(p => new { p.Id, p.Title, p.EnglishTitle }).ToListAsync(ct);
            var rows = new List<PlanRow>();
            foreach (var plan in plans)
            {
                var (quotas, others) = await EmployersAsync(plan.Id, ct);
                rows.Add(new PlanRow(plan.Id, plan.Title, plan.EnglishTitle, quotas, others));
            }

            return new Result(rows);
        }

        private async Task<(List<Quota> Quotas, List<Employer> Others)> EmployersAsync(PlanId plan, CancellationToken ct)
        {
            var declared = (await db.Declarations.Where(d => d.Plan == plan).GroupBy(d => d.Employer)
                    .Select(g => new { g.Key, All = g.Count(), Passed = g.Count(d => d.Result == AssessmentResult.Passed) })
                    .ToListAsync(ct))
                .ToDictionary(g => g.Key, g => (g.All, g.Passed));
            var posts = await db.PostQuotas.Where(q => q.Plan == plan).ToDictionaryAsync(q => q.Employer, q => q.Posts, ct);
            var ids = declared.Keys.Union(posts.Keys).ToList();
            var employers = (await db.Organisations.Where(o => ids.Contains(o.Id))
                    .Select(o => new Employer(o.Id, o.Name, o.EnglishName)).ToListAsync(ct))
                .OrderBy(e => e.Name, StringComparer.Ordinal).ToList();
            return (
                [
                    .. employers.Where(e => posts.ContainsKey(e.Id)).Select(e => new Quota(
                        e, posts[e.Id], declared.GetValueOrDefault(e.Id).All, declared.GetValueOrDefault(e.Id).Passed)),
                ],
                [.. employers.Where(e => !posts.ContainsKey(e.Id))]);
        }
    }
}
