using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>A city whose plans stay open from 2022 to 2026, one for each way of counting.</summary>
public class HolidayServer : Server
{
    private readonly Dictionary<CountMode, Guid> plans = [];

    protected override DateOnly Start => new(2022, 9, 29);

    protected override int MoreApplicants => 9;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        foreach (var mode in Enum.GetValues<CountMode>())
        {
            var model = await Read(db => db.Plans.AsNoTracking().SingleAsync(p => p.Id == DemoCity.Plan));
            var rules = new RuleSet(
                RuleSetId.New(), $"{mode}", 2022, Channel.Standard, 1, RuleSetContent.Plain with { CountMode = mode });
            var plan = new AnnualPlan(
                PlanId.New(), $"{mode}", $"{mode}", 2022, model.Committee, model.Series, model.Specialty, model.Level,
                model.Channel, new DateOnly(2022, 1, 1), new DateOnly(2027, 12, 31), rules.Id, model.Flow, model.Form,
                model.Standard);
            await Store(rules, plan);
            plans[mode] = plan.Id.Value;
        }
    }

    internal async Task<Road> Posted(DateOnly day, string applicant, CountMode mode = CountMode.ExcludeStartDay)
    {
        await ClockAt(day.StartsAt(hour: 9));
        return await Road.AtEmployerPublicity(this, applicant, plans[mode]);
    }

    internal async Task<Road> Submitted(DateOnly day, string applicant)
    {
        await ClockAt(day.StartsAt(hour: 9));
        var road = await Road.Start(this, applicant, plans[CountMode.ExcludeStartDay]);
        await road.FillAndSubmit();
        return road;
    }
}

public sealed class PostgresHolidayServer : HolidayServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

[Trait("Scenario", "S4")]
public abstract class HolidayWindowTests(HolidayServer server)
{
    [SkippableTheory]
    [InlineData("applicant-0001", "2022-09-29", CountMode.ExcludeStartDay, "09-30 10-08 10-09 10-10 10-11", "2022-10-12")]
    [InlineData("applicant-0002", "2022-09-29", CountMode.IncludeStartDay, "09-29 09-30 10-08 10-09 10-10", "2022-10-11")]
    [InlineData("applicant-0003", "2024-09-27", CountMode.ExcludeStartDay, "09-29 09-30 10-08 10-09 10-10", "2024-10-11")]
    [InlineData("applicant-0004", "2025-09-29", CountMode.ExcludeStartDay, "09-30 10-09 10-10 10-11 10-13", "2025-10-14")]
    [InlineData("applicant-0005", "2026-09-29", CountMode.ExcludeStartDay, "09-30 10-08 10-09 10-10 10-12", "2026-10-13")]
    [InlineData("applicant-0006", "2023-01-17", CountMode.ExcludeStartDay, "01-18 01-19 01-20 01-28 01-29", "2023-01-30")]
    public async Task Publicity_counts_the_days_that_are_worked(
        string applicant, string posted, CountMode mode, string days, string nextActionDay)
    {
        var road = await server.Posted(DateOnly.Parse(posted), applicant, mode);

        var window = (await road.EmployerPublicity()).Part("window");
        var next = window.Date("nextActionDay");
        await server.ClockAt(next.StartsAt().AddMinutes(-1));
        var early = await road.TaskOf("hr", "recommendation");
        await server.ClockAt(next.StartsAt());
        var inTime = await road.EmployerRecommends();

        Assert.Equal(days, string.Join(' ', window.Items("days").Select(d => d.ToString()[5..])));
        Assert.Equal(DateOnly.Parse(nextActionDay), next);
        Assert.Null(early);
        inTime.Done();
    }

    [SkippableFact]
    public async Task A_window_that_runs_into_a_year_without_official_notice_is_not_posted()
    {
        var road = await server.Submitted(new DateOnly(2026, 12, 24), "applicant-0007");
        await server.ClockAt(new DateOnly(2026, 12, 28).StartsAt(hour: 9));

        var answer = await road.EmployerPasses();

        answer.Refused(CalendarRules.YearNotLoaded);
        Assert.Equal("EmployerChecking", await road.StatusSeenBy("hr"));
    }

    [SkippableFact]
    public async Task A_changed_calendar_moves_running_windows_and_leaves_ended_ones()
    {
        var ended = await server.Posted(new DateOnly(2025, 4, 14), "applicant-0008");
        var running = await server.Posted(new DateOnly(2025, 4, 28), "applicant-0009");
        var admin = await server.As("admin");
        var year = (await admin.Get("/calendars")).Done().Items("years").Single(y => y.Number("number") == 2025);

        var answer = await admin.Put(
            "/calendars/2025",
            new
            {
                holidays = year.Items("holidays").Select(d => d.ToString()).Append("2025-05-06"),
                makeUpDays = year.Items("makeUpDays").Select(d => d.ToString()),
            });
        await server.ClockAt(new DateOnly(2025, 5, 9).StartsAt(hour: 9));
        var onTheOldDay = await running.TaskOf("hr", "recommendation");
        await server.ClockAt(new DateOnly(2025, 5, 10).StartsAt());

        answer.Done();
        Assert.Equal(new DateOnly(2025, 4, 21), (await ended.EmployerPublicity()).Part("window").Date("lastDay"));
        Assert.Equal(new DateOnly(2025, 5, 9), (await running.EmployerPublicity()).Part("window").Date("lastDay"));
        Assert.Null(onTheOldDay);
        (await running.EmployerRecommends()).Done();
        Assert.True(await server.Read(db => db.Audit.AnyAsync(a => a.Action == "Calendars.UpdateOfficialYear" && a.Outcome == "done")));
    }
}

public sealed class HolidayWindowOnSqliteTests(HolidayServer server) : HolidayWindowTests(server), IClassFixture<HolidayServer>;

public sealed class HolidayWindowOnPostgresTests : HolidayWindowTests, IClassFixture<PostgresHolidayServer>
{
    public HolidayWindowOnPostgresTests(PostgresHolidayServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
