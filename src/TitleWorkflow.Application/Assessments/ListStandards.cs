using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Lists the plans with the version of their scoring standard (赋分标准).</summary>
public static class ListStandards
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">The newest year first, then by title.</param>
    public sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="Plan">The plan.</param>
    /// <param name="Title">Its title, Chinese.</param>
    /// <param name="EnglishTitle">Its title, English.</param>
    /// <param name="Year">Its year.</param>
    /// <param name="Version">Version of its standard.</param>
    /// <param name="Points">Most points the standard gives.</param>
    public sealed record Row(PlanId Plan, string Title, string EnglishTitle, int Year, int Version, int Points);

    internal sealed class Handler(TitleDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var plans = await db.Plans.AsNoTracking().ToListAsync(ct);
            return new Result(
            [
                .. plans.OrderByDescending(p => p.Year).ThenBy(p => p.Title, StringComparer.Ordinal).Select(p => new Row(
                    p.Id, p.Title, p.EnglishTitle, p.Year, p.Standard.Version, p.Standard.Items.Sum(i => i.Cap))),
            ]);
        }
    }
}
