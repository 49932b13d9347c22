using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Web.Operation;

/// <summary>
/// What is done once before the first request: schema, calendars, flows and, in a demonstration, its city and clock. Nodes that
/// start at the same time take turns, and the second finds everything done.
/// </summary>
internal static class StartUp
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<TitleDb>();
        var demo = services.GetRequiredService<DemoOptions>();
        var ct = app.Lifetime.ApplicationStopping;

        await using var gate = await StartGate.EnterAsync(db, services.GetRequiredService<DatabaseOptions>(), ct);
        // Migrating compares the whole model with the last migration: time that a start without news need not spend.
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            await db.Database.MigrateAsync(ct);
        }

        app.DrawFirstPage();
        await services.GetRequiredService<LoadCalendars>().RunAsync(ct);
        await services.GetRequiredService<LoadRuleSets>().RunAsync(ct);
        if (demo.Enabled)
        {
            // The clock is set once, on a new database, and runs on from there through every restart.
            var clock = services.GetRequiredService<DemoClock>();
            if (!await clock.ReadAsync(ct))
            {
                await clock.SetAsync(demo.Start, ct);
            }

            await services.GetRequiredService<DemoCity>()
                .CreateAsync(demo.Start.LegalDate(), demo.Password, demo.Applicants, ct);
        }

        await services.GetRequiredService<ImportFlowFiles>()
            .RunAsync(services.GetRequiredService<HostDirectories>().Flows, publish: demo.Enabled, ct);
    }
}
