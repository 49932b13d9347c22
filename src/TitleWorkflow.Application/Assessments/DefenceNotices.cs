using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Tells of published oral defences: each applicant of their own, each reader once that there is something to hear.</summary>
internal static class DefenceNotices
{
    public static async Task TellOfDefencesAsync(
        this TitleDb db, NoticeDesk notices, IReadOnlyList<HeardBy> defences, CancellationToken ct)
    {
        var ids = defences.Select(h => h.Defence.Declaration).ToList();
        var applicants = await db.Declarations.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Applicant, ct);
        foreach (var heard in defences)
        {
            var defence = heard.Defence;
            await notices.TellAsync(
                applicants[defence.Declaration], "assessments.notice.defence", $"/declarations/{defence.Declaration}", ct,
                Day(defence.StartsAt), Time(defence.StartsAt), defence.Room);
        }

        foreach (var reader in defences.SelectMany(h => h.Readers.Select(r => (Reader: r, h.Defence.StartsAt)))
            .GroupBy(r => r.Reader).OrderBy(g => g.Key.Value))
        {
            var first = reader.Min(r => r.StartsAt);
            await notices.TellAsync(
                reader.Key, "assessments.notice.defences", "/defences/mine", ct, Day(first), Time(first), $"{reader.Count()}");
        }
    }

    private static string Day(DateTimeOffset at) => at.LegalDate().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) =>
        at.ToOffset(ChinaTime.Offset).ToString("HH:mm", CultureInfo.InvariantCulture);
}
