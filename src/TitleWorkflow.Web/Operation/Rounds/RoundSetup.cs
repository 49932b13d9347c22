using Npgsql;
using Quartz;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Web.Operation.Rounds;

/// <summary>
/// What happens by itself. Due things are rows, found every second; what has a timetable is a job of Quartz, whose nodes form a
/// cluster in PostgreSQL. Beside SQLite its timetable is in memory, so that the product's one writer stays the only one.
/// </summary>
internal static class RoundSetup
{
    public static IServiceCollection AddRounds(this IServiceCollection services, DatabaseOptions database) => services
        .AddHostedService<DutyRound>()
        .AddHostedService<DueRound>()
        .AddHostedService<MailingRound>()
        .AddHostedService<ListRound>()
        .AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(maxConcurrency: 2);
            if (database.Provider == DatabaseProvider.Postgres)
            {
                quartz.UsePersistentStore(store => Configure(store, database));
            }

            quartz.ScheduleJob<DailyJob>(
                trigger => trigger.WithIdentity("daily").WithSimpleSchedule(TimeSpan.FromMinutes(1)),
                job => job.WithIdentity("daily"));
        })
        .AddQuartzHostedService(options => options.WaitForJobsToComplete = true);

    // Its tables are its own: it creates what is missing of them, and nodes that do so at once do not collide.
    private static void Configure(IPersistentStoreBuilder store, DatabaseOptions database)
    {
        store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
        store.UseSystemTextJsonSerializer();
        store.ProvisionSchema();
        store.UseClustering(cluster =>
        {
            cluster.CheckinInterval = TimeSpan.FromSeconds(3);
            cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(4);
        });
    }
}
