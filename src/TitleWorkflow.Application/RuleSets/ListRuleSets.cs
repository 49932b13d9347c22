using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.RuleSets;

/// <summary>Lists every version of every rule set, with what is in force today and what awaits approval.</summary>
public static class ListRuleSets
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">By region and channel, the newest version first.</param>
    public sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="Id">The version.</param>
    /// <param name="Region">Region.</param>
    /// <param name="Channel">Channel.</param>
    /// <param name="Year">Year it is made for.</param>
    /// <param name="Number">Version number.</param>
    /// <param name="EffectiveFrom">First day it counts.</param>
    /// <param name="IsPublished">False for a draft.</param>
    /// <param name="IsInForce">Whether this year's advice and new plans go by it today.</param>
    /// <param name="DraftedBy">Who wrote it; null for what the product ships.</param>
    /// <param name="ApprovedBy">Who approved it; null likewise and for a draft.</param>
    public sealed record Row(
        RuleSetId Id, string Region, Channel Channel, int Year, int Number, DateOnly EffectiveFrom, bool IsPublished, bool IsInForce,
        string? DraftedBy, string? ApprovedBy);

    internal sealed class Handler(TitleDb db, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();
            var sets = await db.RuleSets.AsNoTracking().ToListAsync(ct);
            var inForce = sets.GroupBy(s => s.Region)
                .SelectMany(g => RuleSet.InForce(g, today.Year, today)).Select(s => s.Id).ToHashSet();
            var people = await db.NamesOfAuthorsAsync(sets, ct);
            return new Result(
            [
                .. sets.OrderBy(s => s.Region, StringComparer.Ordinal).ThenBy(s => s.Channel).ThenByDescending(s => s.Year)
                    .ThenByDescending(s => s.Number)
                    .Select(s => new Row(
                        s.Id, s.Region, s.Channel, s.Year, s.Number, s.EffectiveFrom, s.IsPublished, inForce.Contains(s.Id),
                        people.Of(s.DraftedBy), people.Of(s.ApprovedBy))),
            ]);
        }
    }
}
