using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>What a list of readers is ordered by; equals come in the order of names.</summary>
public enum ReadingOrder
{
    /// <summary>Who is late with most first.</summary>
    Late,

    /// <summary>Who was assigned most first.</summary>
    Assigned,

    /// <summary>Who has handed in most first.</summary>
    HandedIn,

    /// <summary>By name.</summary>
    Name,
}

/// <summary>
/// Shows the office how far each reader is: dossiers assigned, handed in and late; never what was given, and nothing of
/// dossiers a reader has left.
/// </summary>
public static class ListReadingProgress
{
    /// <param name="Committee">The committee.</param>
    /// <param name="Order">What to order by.</param>
    public sealed record Query(OrganisationId Committee, ReadingOrder Order = ReadingOrder.Late) : IRequest<Result>;

    /// <param name="Items">Everybody who reads a dossier that is not decided yet.</param>
    public sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="Person">Who.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Assigned">Dossiers assigned.</param>
    /// <param name="HandedIn">How many of them have the sheet of their present round.</param>
    /// <param name="Open">Tasks to hand in.</param>
    /// <param name="Late">How many of these are past their last day.</param>
    /// <param name="RemindedToday">Whether the office has reminded the reader today.</param>
    public sealed record Row(PersonId Person, string Name, int Assigned, int HandedIn, int Open, int Late, bool RemindedToday);

    internal sealed class Handler(TitleDb db, ReadingDesk desk, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        private static readonly DeclarationStatus[] InAssessment =
            [DeclarationStatus.UnderGroupReview, DeclarationStatus.AwaitingMeeting];

        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (committee, _) = await desk.CommitteeAsync(query.Committee, ct);
            var reviews = await db.GroupReviews.AsNoTracking()
                .Where(r => r.UndoneAt == null && db.Declarations.Any(d =>
                    d.Id == r.Declaration && d.Committee == committee.Id && InAssessment.Contains(d.Status)))
                .ToListAsync(ct);
            var ids = reviews.Select(r => r.Id).ToList();
            var sheets = (await db.ScoreSheets.Where(s => ids.Contains(s.Review))
                    .Select(s => new { s.Review, s.Expert, s.Round }).ToListAsync(ct))
                .Select(s => (s.Review, s.Expert, s.Round)).ToHashSet();
            var read = reviews.SelectMany(r => r.Experts.Select(e => (Expert: e, HasHandedIn: sheets.Contains((r.Id, e, r.Round)))))
                .ToLookup(r => r.Expert, r => r.HasHandedIn);
            var today = clock.Today();
            var open = (await desk.OpenTasks(committee).Select(w => new { w.Assignee, w.DueOn }).ToListAsync(ct))
                .ToLookup(w => w.Assignee!.Value, w => w.DueOn < today);
            var people = read.Select(r => r.Key).ToList();
            var reminded = await desk.RemindedToday().Where(n => people.Contains(n.Person)).Select(n => n.Person).ToListAsync(ct);
            var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
            var rows = read.Select(r => new Row(
                r.Key, names[r.Key], r.Count(), r.Count(handedIn => handedIn), open[r.Key].Count(), open[r.Key].Count(late => late),
                reminded.Contains(r.Key)));
            return new Result(
            [
                .. rows.OrderByDescending(r => query.Order switch
                    {
                        ReadingOrder.Late => r.Late,
                        ReadingOrder.Assigned => r.Assigned,
                        ReadingOrder.HandedIn => r.HandedIn,
                        _ => 0,
                    })
                    .ThenBy(r => r.Name, StringComparer.Ordinal),
            ]);
        }
    }
}
