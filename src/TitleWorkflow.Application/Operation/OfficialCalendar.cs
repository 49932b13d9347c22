using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Operation;

/// <summary>Reads the official calendar that is loaded now.</summary>
public sealed class OfficialCalendar(TitleDb db, ReadCalendars known)
{
    // The lists are asked for as the text they are stored as: mostly it is the text that was read before.
    private static readonly HotQuery<bool, StoredYear> Years = new((context, _) => context.OfficialYears
        .OrderBy(y => y.Year)
        .Select(y => new StoredYear(y.Year, (string)(object)y.Holidays, (string)(object)y.MakeUpDays)));

    private WorkingCalendar? calendar;

    /// <summary>Every loaded year; read once per request.</summary>
    public async Task<WorkingCalendar> GetAsync(CancellationToken ct) =>
        calendar ??= known.Of(await Years.ListAsync(db, true, ct));
}

/// <summary>A year's row as it is stored.</summary>
public sealed record StoredYear(int Year, string Holidays, string MakeUpDays);

/// <summary>Keeps the calendar read last, so that it is taken apart again only after it has changed.</summary>
public sealed class ReadCalendars
{
    private (IReadOnlyList<StoredYear> Rows, WorkingCalendar Calendar) last = ([], new WorkingCalendar([]));

    internal WorkingCalendar Of(IReadOnlyList<StoredYear> rows)
    {
        var (known, calendar) = last;
        if (known.SequenceEqual(rows))
        {
            return calendar;
        }

        calendar = new WorkingCalendar(rows.Select(r => new OfficialYear(r.Year, Days(r.Holidays), Days(r.MakeUpDays))));
        last = (rows, calendar);
        return calendar;
    }

    private static List<DateOnly> Days(string json) => System.Text.Json.JsonSerializer.Deserialize<List<DateOnly>>(json)!;
}
