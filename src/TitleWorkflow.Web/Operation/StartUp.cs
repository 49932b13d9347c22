using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Web.Operation;

/// <summary>What is done once before the first request: schema, calendars, flows and, in a demonstration, its city and clock.</summary>
internal static class StartUp
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<TitleDb>();
        var demo = services.GetRequiredService<DemoOptions>();
        var ct = app.Lifetime.ApplicationStopping;

        await db.Database.MigrateAsync(ct);
        await services.GetRequiredService<LoadCalendars>().RunAsync(ct);
        if (demo.Enabled)
        {
            await SetClockAsync(services, db, demo, ct);
            await services.GetRequiredService<DemoCity>()
                .CreateAsync(demo.Start.LegalDate(), demo.Password, demo.Applicants, ct);
        }

        await services.GetRequiredService<ImportFlowFiles>()
            .RunAsync(services.GetRequiredService<HostDirectories>().Flows, publish: demo.Enabled, ct);
    }

    // The clock is set once, on a new database, and runs on from there through every restart.
    private static async Task SetClockAsync(IServiceProvider services, TitleDb db, DemoOptions demo, CancellationToken ct)
    {
        var clock = services.GetRequiredService<ApplicationClock>();
        var stored = await db.Settings.SingleOrDefaultAsync(s => s.Key == AdvanceClock.OffsetKey, ct);
        if (stored is not null)
        {
            clock.Offset = TimeSpan.FromTicks(long.Parse(stored.Value, CultureInfo.InvariantCulture));
            return;
        }

        clock.Set(demo.Start);
        var offset = clock.Offset.Ticks.ToString(CultureInfo.InvariantCulture);
        db.Settings.Add(new Setting { Key = AdvanceClock.OffsetKey, Value = offset });
        await db.SaveChangesAsync(ct);
    }
}
