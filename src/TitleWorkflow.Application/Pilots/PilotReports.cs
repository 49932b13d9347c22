using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>A report that is owed.</summary>
/// <param name="Year">The year to report on.</param>
/// <param name="DueOn">Last day; null while the calendar of the year after is not loaded.</param>
/// <param name="IsOverdue">Whether that day is over.</param>
public sealed record OwedReport(int Year, DateOnly? DueOn, bool IsOverdue);

/// <summary>What pilots report, and what they still owe.</summary>
internal static class PilotReports
{
    /// <summary>What the product counted of a pilot in a year.</summary>
    public static async Task<PilotYear> PilotYearAsync(this TitleDb db, PilotApplication pilot, int year, CancellationToken ct)
    {
        var (from, until) = (new DateOnly(year, 1, 1).StartsAt(), new DateOnly(year + 1, 1, 1).StartsAt());
        var cases = db.Declarations.Where(d => d.Committee == pilot.Committee);
        return new PilotYear(
            await cases.CountAsync(d => d.AcceptedAt >= from && d.AcceptedAt < until, ct),
            await cases.CountAsync(d => d.ConfirmedAt >= from && d.ConfirmedAt < until, ct),
            await db.Reexaminations.CountAsync(
                r => r.RequestedAt >= from && r.RequestedAt < until && cases.Any(d => d.Id == r.Declaration), ct),
            await db.PublicityObjections.CountAsync(
                o => o.ReceivedAt >= from && o.ReceivedAt < until && cases.Any(d => d.Id == o.Declaration), ct));
    }

    /// <summary>The reports the pilots owe today, by committee, the earliest first.</summary>
    public static async Task<ILookup<OrganisationId, OwedReport>> OwedReportsAsync(
        this TitleDb db, OfficialCalendar calendar, IReadOnlyCollection<PilotApplication> pilots, DateOnly today, CancellationToken ct)
    {
        List<OrganisationId> committees = [.. pilots.Select(p => p.Committee).OfType<OrganisationId>().Distinct()];
        var reported = (await db.PilotReports.Where(r => committees.Contains(r.Committee))
            .Select(r => new { r.Committee, r.Year }).ToListAsync(ct)).Select(r => (r.Committee, r.Year)).ToHashSet();
        var owed = pilots.SelectMany(p => p.ReportYears(today).Select(year => (Committee: p.Committee!.Value, Year: year)))
            .Where(o => !reported.Contains(o)).Distinct().OrderBy(o => o.Year).ToList();
        var days = await db.ReportDaysAsync([.. owed.Select(o => o.Committee).Distinct()], ct);
        var official = await calendar.GetAsync(ct);
        return owed.ToLookup(o => o.Committee, o =>
        {
            DateOnly? dueOn = official.Knows(new DateOnly(o.Year + 1, 1, 1))
                ? official.Window(new DateOnly(o.Year, 12, 31), days(o.Committee)).LastDay
                : null;
            return new OwedReport(o.Year, dueOn, today > dueOn);
        });
    }

    // What the rules of the committee's latest plan say.
    private static async Task<Func<OrganisationId, int>> ReportDaysAsync(
        this TitleDb db, List<OrganisationId> committees, CancellationToken ct)
    {
        var plans = await db.Plans.Where(p => committees.Contains(p.Committee)).OrderByDescending(p => p.Year)
            .Select(p => new { p.Committee, p.RuleSet }).ToListAsync(ct);
        var latest = plans.DistinctBy(p => p.Committee).ToDictionary(p => p.Committee, p => p.RuleSet);
        var sets = latest.Values.Distinct().ToList();
        var rules = await db.RuleSets.AsNoTracking().Where(r => sets.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        return committee => latest.TryGetValue(committee, out var set)
            ? rules[set][Parameter.PilotReportDays]
            : Parameter.PilotReportDays.Default;
    }
}
