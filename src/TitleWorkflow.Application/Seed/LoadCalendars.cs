using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Seed;

/// <summary>Loads the official calendars the product ships; a year that is there already is left as it is.</summary>
public sealed class LoadCalendars(TitleDb db)
{
    /// <summary>Adds the missing years.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var known = await db.OfficialYears.Select(y => y.Year).ToListAsync(ct);
        db.OfficialYears.AddRange(OfficialYears.All.Where(y => !known.Contains(y.Year)));
        await db.SaveChangesAsync(ct);
    }
}
