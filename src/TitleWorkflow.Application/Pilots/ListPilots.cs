using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>Shows pilots and applications one may see, with days of authorisation and figures.</summary>
public static class ListPilots
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">Those that wait for somebody first, then the newest first; at most 200.</param>
    /// <param name="MayApply">Whether the reader applies for an enterprise or association.</param>
    public sealed record Result(IReadOnlyList<Row> Items, bool MayApply);

    /// <param name="Application">The application.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Unit">The enterprise or association.</param>
    /// <param name="EnglishUnit">Its English name; null if it has none.</param>
    /// <param name="Channel">Whether its own staff or its trade.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Specialty">Specialty, Chinese.</param>
    /// <param name="Level">Highest level.</param>
    /// <param name="Status">Where it stands.</param>
    /// <param name="Authorization">Days of the authorisation; null before.</param>
    /// <param name="IsLive">Whether it is authorised today.</param>
    /// <param name="ReportsOverdue">Yearly reports that are overdue.</param>
    /// <param name="Figures">What came of its reviews, whatever authorisation they were held under; null before.</param>
    public sealed record Row(
        PilotApplicationId Application,
        string Number,
        string Unit,
        string? EnglishUnit,
        Channel Channel,
        TitleSeries Series,
        string Specialty,
        TitleLevel Level,
        PilotStatus Status,
        CommitteeAuthorization? Authorization,
        bool IsLive,
        int ReportsOverdue,
        ReviewFigures? Figures);

    internal sealed class Handler(TitleDb db, ICurrentUser user, OfficialCalendar calendar, TimeProvider clock)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();
            var seen = await db.PilotsOf(user).AsNoTracking().OrderByDescending(a => a.DraftedAt).Take(200)
                .Join(db.Organisations, a => a.Unit, o => o.Id, (a, o) => new { Application = a, o.Name, o.EnglishName })
                .ToListAsync(ct);
            var committees = seen.Select(s => s.Application.Committee).OfType<OrganisationId>().Distinct().ToList();
            var figures = (await ReviewCount.OfAsync(db, db.Declarations.Where(d => committees.Contains(d.Committee)), ct))
                .ToLookup(c => c.Committee, c => c.Figures);

            var owed = await db.OwedReportsAsync(calendar, [.. seen.Select(s => s.Application)], today, ct);

            // A renewed pilot goes on: figures and reports stand with its latest authorisation, and nowhere twice.
            var renewed = seen.Where(s => s.Application.WasAuthorised).Select(s => s.Application.Renews).ToHashSet();
            return new Result(
                [
                    .. seen.OrderBy(s => s.Application.WasAuthorised).ThenByDescending(s => s.Application.DraftedAt)
                        .Select(s => RowOf(
                            s.Application, s.Name, s.EnglishName, today,
                            s.Application is { WasAuthorised: true, Committee: { } committee } && !renewed.Contains(s.Application.Id)
                                ? (owed[committee].Count(o => o.IsOverdue), figures[committee])
                                : null)),
                ],
                user.AppliesFor().Count > 0);
        }

        private static Row RowOf(
            PilotApplication a,
            string unit,
            string? englishUnit,
            DateOnly today,
            (int Overdue, IEnumerable<ReviewFigures> Figures)? pilot) => new(
            a.Id, a.Number, unit, englishUnit, a.Channel, a.Series, a.Specialty, a.Level, a.Status,
            a.WasAuthorised ? a.Authorization : null,
            a.IsLiveOn(today),
            pilot?.Overdue ?? 0,
            pilot?.Figures.Aggregate(ReviewFigures.None, (sum, f) => sum + f));
    }
}
