using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Operation;

/// <summary>Reads the official calendar that is loaded now.</summary>
public sealed class OfficialCalendar(TitleDb db)
{
    private WorkingCalendar? calendar;

    /// <summary>Every loaded year; read once per request.</summary>
    public async Task<WorkingCalendar> GetAsync(CancellationToken ct) =>
        calendar ??= new WorkingCalendar(await db.OfficialYears.AsNoTracking().ToListAsync(ct));
}
