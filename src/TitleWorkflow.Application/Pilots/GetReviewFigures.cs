using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Filing;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>Counts reviews of one's area by whose power they rest on: the government's, an enterprise's own, an association's.</summary>
public static class GetReviewFigures
{
    /// <param name="Year">Plan year; null for all.</param>
    public sealed record Query(int? Year = null) : IRequest<Result>;

    /// <param name="AsOf">The day the figures are of.</param>
    /// <param name="Year">The year asked for; null for all.</param>
    /// <param name="Rows">By power and level, the highest level first; cases are counted, each once.</param>
    /// <param name="Totals">By power, every power named.</param>
    public sealed record Result(DateOnly AsOf, int? Year, IReadOnlyList<Row> Rows, IReadOnlyList<Total> Totals);

    /// <param name="Power">Whose power.</param>
    /// <param name="Level">Level.</param>
    /// <param name="Figures">What came of them.</param>
    public sealed record Row(ReviewPower Power, TitleLevel Level, ReviewFigures Figures);

    /// <param name="Power">Whose power.</param>
    /// <param name="Figures">What came of them.</param>
    public sealed record Total(ReviewPower Power, ReviewFigures Figures);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Year).InclusiveBetween(2000, 2100);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var cases = db.ResultsOf(user).Where(d => query.Year == null || d.Year == query.Year);
            var counts = await ReviewCount.OfAsync(db, cases, ct);
            return new Result(
                clock.Today(),
                query.Year,
                [
                    .. counts.GroupBy(c => (c.Power, c.Level)).OrderBy(g => g.Key.Power).ThenByDescending(g => g.Key.Level)
                        .Select(g => new Row(g.Key.Power, g.Key.Level, Sum(g))),
                ],
                [.. Enum.GetValues<ReviewPower>().Select(p => new Total(p, Sum(counts.Where(c => c.Power == p))))]);
        }

        private static ReviewFigures Sum(IEnumerable<ReviewCount> counts) =>
            counts.Aggregate(ReviewFigures.None, (sum, c) => sum + c.Figures);
    }
}
