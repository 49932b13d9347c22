using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Calendars;

/// <summary>Shows the official calendar as it is loaded: periods may not run beyond its last year.</summary>
public static class ListOfficialYears
{
    /// <summary>Every loaded year.</summary>
    public sealed record Query : IRequest<Result>;

    /// <param name="Years">The latest first.</param>
    public sealed record Result(IReadOnlyList<Year> Years);

    /// <param name="Number">The calendar year.</param>
    /// <param name="Holidays">Days off, whatever their weekday.</param>
    /// <param name="MakeUpDays">Saturdays and Sundays that are worked instead.</param>
    public sealed record Year(int Number, IReadOnlyList<DateOnly> Holidays, IReadOnlyList<DateOnly> MakeUpDays);

    internal sealed class Handler(TitleDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var years = await db.OfficialYears.AsNoTracking().OrderByDescending(y => y.Year).ToListAsync(ct);
            return new Result([.. years.Select(y => new Year(y.Year, y.Holidays, y.MakeUpDays))]);
        }
    }
}
