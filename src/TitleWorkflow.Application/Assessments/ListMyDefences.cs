using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Shows an expert the oral defences to hear, from today on (我的答辩); none of a dossier the expert has left.</summary>
public static class ListMyDefences
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">By time.</param>
    public sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="Facts">The declaration, without its number.</param>
    /// <param name="Room">Where.</param>
    /// <param name="StartsAt">When.</param>
    /// <param name="Minutes">How long.</param>
    public sealed record Row(CaseFacts Facts, string Room, DateTimeOffset StartsAt, int Minutes);

    internal sealed class Handler(TitleDb db, ICurrentUser user, DeclarationAccess access, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();
            var schedules = await db.DefenceSchedules.AsNoTracking()
                .Where(s => s.HeldOn >= today && s.PublishedAt != null).ToDictionaryAsync(s => s.Id, ct);
            var ids = schedules.Keys.ToList();
            var defences = await db.OralDefences.AsNoTracking()
                .Where(d => ids.Contains(d.Schedule) && d.Outcome == DefenceOutcome.Awaited).ToListAsync(ct);
            var readers = await new DefenceFacts(db, user).ReadersAsync([.. defences.Select(d => d.Declaration)], ct);
            var mine = defences.Where(d => readers.GetValueOrDefault(d.Declaration)?.Any(r => r == user.Person) == true)
                .OrderBy(d => d.StartsAt).ToList();
            var facts = await CaseFacts.ReadAsync(db, [.. mine.Select(d => d.Declaration)], ct);
            var blind = await access.ReadBlindAsync(ct);
            return new Result(
            [
                .. mine.Select(d => new Row(
                    Known(facts[d.Declaration], blind.Contains(d.Declaration)), d.Room, d.StartsAt, schedules[d.Schedule].Day.MinutesEach)),
            ]);
        }

        private static CaseFacts Known(CaseFacts facts, bool blind) => blind
            ? facts with { Applicant = facts.Number, Employer = "", EmployerEnglishName = null, Number = "" }
            : facts with { Number = "" };
    }
}
