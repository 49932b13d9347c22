using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Shows a plan's scoring standard as a tree, and how many dossiers keep an earlier version (赋分标准).</summary>
public static class GetStandard
{
    /// <param name="Plan">The plan.</param>
    public sealed record Query(PlanId Plan) : IRequest<Result>;

    /// <param name="Plan">The plan.</param>
    /// <param name="Title">Its title, Chinese.</param>
    /// <param name="EnglishTitle">Its title, English.</param>
    /// <param name="Year">Its year.</param>
    /// <param name="Standard">The standard in force for what is submitted now.</param>
    /// <param name="Kept">Dossiers submitted under an earlier version, which they keep.</param>
    public sealed record Result(PlanId Plan, string Title, string EnglishTitle, int Year, ScoringStandard Standard, int Kept);

    internal sealed class Handler(TitleDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Plan, ct) ?? throw new NotFoundException();
            var files = await db.ScoreFiles.AsNoTracking()
                .Where(f => f.FixedAt != null && db.Declarations.Any(d => d.Id == f.Declaration && d.Plan == plan.Id)).ToListAsync(ct);
            return new Result(
                plan.Id, plan.Title, plan.EnglishTitle, plan.Year, plan.Standard,
                files.Count(f => f.Standard.Version < plan.Standard.Version));
        }
    }
}
