using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>Names posted at the employer on 12 October 2022, to some of which somebody objects.</summary>
public class ObjectionServer : Server
{
    protected override DateOnly Start => new(2022, 10, 12);

    protected override int MoreApplicants => 9;
}

public sealed class PostgresObjectionServer : ObjectionServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

public abstract class EmployerObjectionTests(ObjectionServer server)
{
    private const string Finding = "期刊社复函证明第一作者为本人，异议不成立。";

    [SkippableFact]
    public async Task Only_the_person_concerned_is_held_and_a_dismissed_objection_lets_the_name_go_on()
    {
        var road = await Road.AtEmployerPublicity(server, "applicant-0001");
        var other = await Road.AtEmployerPublicity(server, "applicant-0002");
        var ends = (await road.EmployerPublicity()).Part("window").Date("nextActionDay");

        var receipt = (await road.ObjectedToBy("chairperson", Road.Named)).Done();
        var held = await road.SeenBy("applicant-0001");
        await server.ClockAt(ends);
        var waiting = await road.TaskOf("hr", "recommendation");
        var otherRecommended = await other.EmployerRecommends();
        (await road.Finds("hr", "Dismiss", Finding)).Done();
        var recommended = await road.EmployerRecommends();

        Assert.StartsWith("YY-2022-", receipt.Text("number"), StringComparison.Ordinal);
        Assert.Equal(("EmployerPublicityHeld", receipt.Text("dueOn")), (held.Text("status"), held.Part("turn").Text("dueOn")));
        Assert.Null(waiting);
        otherRecommended.Done();
        recommended.Done();
        Assert.NotEmpty(await road.NoticesOf("applicant-0001", "notice.objection-dismissed"));
    }

    [SkippableFact]
    public async Task A_finding_before_the_end_lets_publicity_run_out_first()
    {
        var road = await Road.AtEmployerPublicity(server, "applicant-0003");
        var ends = (await road.EmployerPublicity()).Part("window").Date("nextActionDay");
        (await road.ObjectedToBy("chairperson", Road.Named)).Done();

        (await road.Finds("hr", "Dismiss", Finding)).Done();
        var status = await road.StatusSeenBy("applicant-0003");
        var early = await road.TaskOf("hr", "recommendation");
        await server.ClockAt(ends);

        Assert.Equal("EmployerPublicity", status);
        Assert.Null(early);
        (await road.EmployerRecommends()).Done();
    }

    [SkippableFact]
    public async Task An_objection_that_is_right_withdraws_the_name_with_reason_and_settles_the_others()
    {
        var road = await Road.AtEmployerPublicity(server, "applicant-0004");
        (await road.ObjectedToBy("chairperson", Road.Named)).Done();
        (await road.ObjectedToBy("researchlead", new { statement = "专利转化收入不实", leads = "开票记录 2021 年 3 月" })).Done();
        var second = (await road.ObjectionsSeenBy("hr")).Single(o => o.TextOrNull("name") is null).Text("task");

        (await (await server.As("hr")).Post($"/work-items/{second}/complete", new { outcome = "Uphold", comment = "开票记录与所填不符。" })).Done();
        var seen = await road.SeenBy("applicant-0004");
        var register = await road.ObjectionsSeenBy("hr");

        Assert.Equal(("Cancelled", "开票记录与所填不符。"), (seen.Text("status"), seen.Text("endReason")));
        Assert.Equal(["Settled", "Upheld"], register.Select(o => o.Text("status")).Order());
        Assert.Null(await road.TaskOf("hr", "objection"));
        Assert.Equal("Finished", await server.Read(db => db.WorkflowInstances
            .Where(i => i.Id == road.Declaration).Select(i => i.Status.ToString()).SingleAsync()));
    }

    [SkippableFact]
    public async Task Without_name_and_leads_it_is_on_record_and_the_road_goes_on()
    {
        var road = await Road.AtEmployerPublicity(server, "applicant-0005");
        var ends = (await road.EmployerPublicity()).Part("window").Date("nextActionDay");

        var receipt = (await road.ObjectedToBy("chairperson", new { statement = "听说业绩有水分" })).Done();
        var status = await road.StatusSeenBy("applicant-0005");
        await server.ClockAt(ends);

        Assert.Null(receipt.TextOrNull("dueOn"));
        Assert.Equal("EmployerPublicity", status);
        Assert.Equal("Logged", (await road.ObjectionsSeenBy("hr")).Single().Text("status"));
        (await road.EmployerRecommends()).Done();
    }

    [SkippableFact]
    public async Task Who_objects_is_told_to_nobody_but_the_investigator()
    {
        var road = await Road.AtEmployerPublicity(server, "applicant-0006");
        (await road.ObjectedToBy("chairperson", Road.Named)).Done();

        var seen = new List<string> { (await road.SeenBy("applicant-0006")).ToJsonString() };
        foreach (var reader in new[] { "hr", "town", "auditor" })
        {
            seen.Add((await road.SeenBy(reader)).ToJsonString());
        }

        var notice = (await road.EmployerPublicity()).Text("notice");
        seen.Add((await (await server.As("applicant-0006")).Get($"/publicity/{notice}")).Done().ToJsonString());
        var audited = await server.Read(db => db.Audit.Where(a => a.Subject == notice).ToListAsync());
        var journal = await server.Read(db => db.WorkflowJournal.Where(j => j.InstanceId == road.Declaration).ToListAsync());

        Assert.All(seen, text => Assert.DoesNotContain("顾采薇", text));
        Assert.All(seen, text => Assert.DoesNotContain("论文第一作者不是本人", text));
        Assert.NotEmpty(audited);
        Assert.All(audited, entry => Assert.Equal((null, "-"), (entry.Person, entry.Origin)));
        Assert.DoesNotContain(journal, j => JsonSerializer.Serialize(j).Contains($"{DemoPeople.Id("chairperson").Value}", StringComparison.Ordinal));
        Assert.Empty(await road.ObjectionsSeenBy("supervisor"));
        (await (await server.As("applicant-0006")).Get("/publicity/objections")).Forbidden();
    }

    [SkippableFact]
    public async Task An_office_that_is_concerned_learns_nothing_and_the_supervisor_decides()
    {
        var road = await Road.AtEmployerPublicity(server, "applicant-0007");

        (await road.ObjectedToBy("chairperson", new { statement = "人事经办人代填业绩", name = "顾采薇", contact = "0632-5550123", concernsOffice = true })).Done();

        Assert.Empty(await road.ObjectionsSeenBy("hr"));
        Assert.Null(await road.TaskOf("hr", "objection"));
        Assert.Equal("顾采薇", (await road.ObjectionsSeenBy("supervisor")).Single().Text("name"));
        (await road.Finds("supervisor", "Dismiss", "业绩由本人填写，经核对系统记录。")).Done();
        Assert.Equal("EmployerPublicity", await road.StatusSeenBy("applicant-0007"));
    }

    [SkippableFact]
    public async Task A_call_is_recorded_by_the_office_extended_once_and_handed_to_the_supervisor()
    {
        var road = await Road.AtEmployerPublicity(server, "applicant-0008");
        var call = new { statement = "社保不在本单位", leads = "社保缴费记录", route = "Phone" };
        var hr = await server.As("hr");

        (await road.ObjectedToBy("chairperson", call)).Refused(ObjectionRules.RecordedByOffice);
        var receipt = (await road.ObjectedToBy("hr", call)).Done();
        var objection = (await road.ObjectionsSeenBy("hr")).Single().Text("objection");
        (await hr.Post($"/publicity/objections/{objection}/extend", new { reason = "须向社保中心函询" })).Done();
        (await hr.Post($"/publicity/objections/{objection}/extend", new { reason = "再次函询" })).Refused(ObjectionRules.ExtendedOnce);
        (await (await server.As("supervisor")).Post($"/publicity/objections/{objection}/extend", new { reason = "函询" })).NotFound();
        var due = (await road.TaskOf("hr", "objection"))!.Date("dueOn");
        (await road.Finds("hr", "Refer", "经办人与申报人是夫妻")).Done();

        Assert.Equal(due, (await road.ObjectionsSeenBy("supervisor")).Single().Date("dueOn"));
        Assert.True(due > receipt.Date("dueOn").AddDays(20));
        Assert.Empty(await road.ObjectionsSeenBy("hr"));
        (await road.Finds("supervisor", "Dismiss", "社保记录完整。")).Done();
    }

    [SkippableFact]
    public async Task Objecting_ends_with_the_last_day_and_is_for_those_who_see_the_notice()
    {
        var road = await Road.AtEmployerPublicity(server, "applicant-0009");
        var ends = (await road.EmployerPublicity()).Part("window").Date("nextActionDay");

        (await road.ObjectedToBy("hengce-applicant", Road.Named)).NotFound();
        (await road.ObjectedToBy("chairperson", new { statement = "" })).Invalid();
        (await road.ObjectedToBy("chairperson", new { statement = "论文第一作者不是本人", name = "顾采薇" })).Refused(ObjectionRules.NamedWithContact);
        await server.ClockAt(ends);
        (await road.ObjectedToBy("chairperson", Road.Named)).NotFound();
        (await road.ObjectedToBy("hr", Road.Named)).Refused(ObjectionRules.InTime);
    }
}

public sealed class EmployerObjectionOnSqliteTests(ObjectionServer server)
    : EmployerObjectionTests(server), IClassFixture<ObjectionServer>;

public sealed class EmployerObjectionOnPostgresTests : EmployerObjectionTests, IClassFixture<PostgresObjectionServer>
{
    public EmployerObjectionOnPostgresTests(PostgresObjectionServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
