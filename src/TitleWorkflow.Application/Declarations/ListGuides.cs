using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>Shows the public the plans of this year and later ones, those that close first on top.</summary>
public static class ListGuides
{
    /// <summary>Asks for every plan whose window has not closed.</summary>
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="Plan">The plan.</param>
    /// <param name="Title">Chinese title.</param>
    /// <param name="EnglishTitle">English title.</param>
    /// <param name="Channel">Channel.</param>
    /// <param name="OpensOn">First day of the window.</param>
    /// <param name="ClosesOn">Last day of the window, till 24:00.</param>
    /// <param name="IsOpen">Whether one may start today.</param>
    public sealed record Row(
        PlanId Plan, string Title, string EnglishTitle, Channel Channel, DateOnly OpensOn, DateOnly ClosesOn, bool IsOpen);

    internal sealed class Handler(TitleDb db, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();
            var plans = await db.Plans.AsNoTracking().Where(p => p.ClosesOn >= today).OrderBy(p => p.Id)
                .Select(p => new Row(p.Id, p.Title, p.EnglishTitle, p.Channel, p.OpensOn, p.ClosesOn, p.OpensOn <= today))
                .ToListAsync(ct);
            return [.. plans.OrderBy(p => p.ClosesOn).ThenBy(p => p.Channel)];
        }
    }
}
