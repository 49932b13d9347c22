using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Shows the office one schedule of oral defences: who is heard where, when and by whom, and what came of it.</summary>
public static class GetDefences
{
    /// <param name="Schedule">The schedule.</param>
    public sealed record Query(DefenceScheduleId Schedule) : IRequest<Result>;

    /// <param name="Schedule">The schedule.</param>
    /// <param name="Committee">The committee.</param>
    /// <param name="Name">Chinese name of the committee.</param>
    /// <param name="EnglishName">Its name on English pages; null where there is none.</param>
    /// <param name="HeldOn">The day.</param>
    /// <param name="PublishedAt">When applicants were told; null before.</param>
    /// <param name="Rooms">The rooms.</param>
    /// <param name="Times">The times a defence can begin at.</param>
    /// <param name="Items">The defences, by time and room.</param>
    public sealed record Result(
        DefenceScheduleId Schedule,
        OrganisationId Committee,
        string Name,
        string? EnglishName,
        DateOnly HeldOn,
        DateTimeOffset? PublishedAt,
        IReadOnlyList<string> Rooms,
        IReadOnlyList<DateTimeOffset> Times,
        IReadOnlyList<Row> Items);

    /// <param name="Facts">The declaration.</param>
    /// <param name="Room">Where.</param>
    /// <param name="StartsAt">When.</param>
    /// <param name="Readers">Names of who hears it: the readers of now.</param>
    /// <param name="IsFree">False if one of them, or the room, has another defence at that time.</param>
    /// <param name="MovedBecause">Why it was moved last; null if it was not.</param>
    /// <param name="Outcome">What became of it.</param>
    /// <param name="Score">Points for reference; null for none.</param>
    /// <param name="Opinion">What the readers thought of it; null for nothing.</param>
    public sealed record Row(
        CaseFacts Facts,
        string Room,
        DateTimeOffset StartsAt,
        IReadOnlyList<string> Readers,
        bool IsFree,
        string? MovedBecause,
        DefenceOutcome Outcome,
        int? Score,
        string? Opinion);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (schedule, defences) = await new DefenceFacts(db, user).FindAsync(query.Schedule, ct);
            var office = await db.Organisations.Where(o => o.Id == schedule.Committee)
                .Select(o => new { o.Name, o.EnglishName }).SingleAsync(ct);
            var facts = await CaseFacts.ReadAsync(db, [.. defences.Select(h => h.Defence.Declaration)], ct);
            var people = defences.SelectMany(h => h.Readers).Distinct().ToList();
            var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
            return new Result(
                schedule.Id, schedule.Committee, office.Name, office.EnglishName, schedule.HeldOn, schedule.PublishedAt,
                schedule.Day.Rooms, schedule.Day.Starts(),
                [
                    .. defences.Select(h => new Row(
                        facts[h.Defence.Declaration], h.Defence.Room, h.Defence.StartsAt, [.. h.Readers.Select(r => names[r])],
                        h.IsFree(defences), h.Defence.MovedBecause, h.Defence.Outcome, h.Defence.Score, h.Defence.Opinion)),
                ]);
        }
    }
}
