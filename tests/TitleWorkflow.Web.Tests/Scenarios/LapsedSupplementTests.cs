using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>
/// A notice of four items is issued before the National Day holiday. One applicant answers three of them and lets it lapse;
/// another's lapse is overturned.
/// </summary>
public class LapseServer : Server
{
    internal JsonNode Notice { get; private set; } = null!;

    internal Answer FifthItem { get; private set; } = null!;

    internal Answer UnexplainedAllowance { get; private set; } = null!;

    internal Answer AllowedFifthItem { get; private set; } = null!;

    internal string StatusAMinuteBefore { get; private set; } = null!;

    internal Road Lapsed { get; private set; } = null!;

    internal Road Overturned { get; private set; } = null!;

    protected override DateOnly Start => new(2022, 9, 13);

    protected override int MoreApplicants => 1;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        Lapsed = await Road.AtEmployerPublicity(this);
        Overturned = await Road.AtEmployerPublicity(this, "applicant-0001");
        await Lapsed.EmployerPublicityEnds();
        await ClockAt(new DateOnly(2022, 9, 27));
        foreach (var road in new[] { Lapsed, Overturned })
        {
            await road.GoesUp();
            (await road.UnitAsksFor("学历证书不清", "缺专利证书", "缺项目合同", "缺考核表")).Done();
        }

        Notice = await Lapsed.Supplement("applicant");
        await ClockAt(new DateOnly(2022, 9, 30), hour: 17);
        await ClockAt(new DateOnly(2022, 10, 8));
        FifthItem = await Lapsed.UnitAddsItem("缺社保证明");
        UnexplainedAllowance = await Overturned.SupervisorAllowsAddition(" ");
        (await Overturned.SupervisorAllowsAddition("九月提交的社保证明其后失效")).Done();
        AllowedFifthItem = await Overturned.UnitAddsItem("缺社保证明");
        await ClockAt(new DateOnly(2022, 10, 9));
        await ClockAt(new DateOnly(2022, 10, 9), hour: 21);
        foreach (var item in new[] { 1, 2, 3 })
        {
            (await Lapsed.Supplies(item)).Done();
        }

        await ClockAt(new DateOnly(2022, 10, 10).StartsAt().AddMinutes(-1));
        StatusAMinuteBefore = await Lapsed.StatusSeenBy("applicant");
        await ClockAt(new DateOnly(2022, 10, 10).StartsAt());
    }
}

public sealed class PostgresLapseServer : LapseServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

[Trait("Scenario", "S3")]
public abstract class LapsedSupplementTests(LapseServer server)
{
    [SkippableFact]
    public void Five_working_days_from_27_September_2022_end_on_9_October()
    {
        var counted = server.Notice.Part("ruler").Items("days").Where(d => d.Text("mark") != "Off").Select(d => d.Text("date")[5..]);

        Assert.Equal(new DateOnly(2022, 10, 9), server.Notice.Date("dueOn"));
        Assert.Equal("09-28 09-29 09-30 10-08 10-09", string.Join(' ', counted));
    }

    [SkippableFact]
    public async Task The_applicant_is_reminded_after_the_third_day_and_on_the_morning_of_the_last()
    {
        var reminders = await server.Lapsed.NoticesOf("applicant", "notice.reminder");

        Assert.Equal(
            [new DateOnly(2022, 9, 30).StartsAt(hour: 17), new DateOnly(2022, 10, 9).StartsAt(hour: 9)],
            reminders.Select(n => DateTimeOffset.Parse(n.Text("at"))).Order());
    }

    [SkippableFact]
    public void An_item_that_was_visible_before_cannot_be_added() =>
        server.FifthItem.Refused(SupplementRules.NoCreepingItems);

    [SkippableFact]
    public async Task An_item_the_supervisor_allowed_for_a_recorded_reason_can()
    {
        server.UnexplainedAllowance.Invalid();
        server.AllowedFifthItem.Done();
        Assert.Equal("九月提交的社保证明其后失效", await Recorded("Reviews.AllowSupplementAddition"));
    }

    [SkippableFact]
    public async Task The_declaration_is_deemed_withdrawn_at_midnight_and_not_before()
    {
        Assert.Equal("SupplementPending", server.StatusAMinuteBefore);
        Assert.Equal("DeemedWithdrawn", await server.Lapsed.StatusSeenBy("applicant"));
    }

    [SkippableFact]
    public async Task What_was_uploaded_is_kept_and_not_accepted()
    {
        var handedIn = await server.Lapsed.HandsSupplementIn();
        var late = await server.Lapsed.Supplies(4);

        var notice = await server.Lapsed.Supplement("applicant");
        Assert.Equal([1, 1, 1, 0], notice.Items("items").Select(i => i.Items("files").Count));
        Assert.Equal("Lapsed", notice.Text("status"));
        handedIn.Refused(SupplementRules.InTime);
        late.Refused(SupplementRules.InTime);
    }

    [SkippableTheory]
    [InlineData("applicant")]
    [InlineData("hr")]
    public async Task Applicant_and_employer_are_told_and_what_can_be_done(string userName)
    {
        var told = await server.Lapsed.NoticesOf(userName, "notice.lapsed");

        Assert.NotEmpty(told);
        Assert.Contains("监督", told[0].Text("text"));
    }

    [SkippableTheory]
    [InlineData("organiser")]
    [InlineData("city")]
    [InlineData("office")]
    [InlineData("applicant")]
    [InlineData("admin")]
    public async Task No_clerk_can_reopen_it(string userName)
    {
        var answer = await server.Lapsed.OverturnsLapse(userName, "请恢复");

        answer.Forbidden();
        Assert.Null(await server.Lapsed.TaskOf("organiser", "eligibility"));
    }

    [SkippableFact]
    public async Task The_supervisor_reopens_it_for_a_recorded_reason()
    {
        var without = await server.Overturned.OverturnsLapse("supervisor", " ");
        var with = await server.Overturned.OverturnsLapse("supervisor", "系统故障致材料未能上传");

        without.Invalid();
        with.Done();
        Assert.Equal("系统故障致材料未能上传", await Recorded("Reviews.OverturnLapse"));
        Assert.Equal("EligibilityCheck", await server.Overturned.StatusSeenBy("organiser"));
        (await server.Overturned.UnitAccepts()).Done();
    }

    // The supervisor's reason, as the audit log has it.
    private Task<string> Recorded(string action) => server.Read(db => db.Audit
        .Where(a => a.Action == action && a.Outcome == "done" && a.Person == DemoPeople.Id("supervisor").Value)
        .Select(a => a.Detail).SingleAsync());
}

public sealed class LapsedSupplementOnSqliteTests(LapseServer server) : LapsedSupplementTests(server), IClassFixture<LapseServer>;

public sealed class LapsedSupplementOnPostgresTests : LapsedSupplementTests, IClassFixture<PostgresLapseServer>
{
    public LapsedSupplementOnPostgresTests(PostgresLapseServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
