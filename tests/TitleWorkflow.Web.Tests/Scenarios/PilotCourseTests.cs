using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>
/// Yuanxiu applies by way of its district; Jinshi, a pilot since the autumn, owes a report and loses its authorisation while one
/// case has been accepted and another has not.
/// </summary>
public class PilotCourseServer : Server
{
    private static readonly Guid Jinshi = DemoOrganisations.Id("committee-jinshi").Value;

    internal Dictionary<string, Answer> Answers { get; } = [];

    internal Dictionary<string, JsonNode> Seen { get; } = [];

    protected override int MoreApplicants => 2;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        await ByTheDistrict();
        await Report();
        await Withdraw();
    }

    private async Task ByTheDistrict()
    {
        var drafted = (await Post("hr", "/pilots", new { unit = DemoOrganisations.Id("yuanxiu").Value, scope = Scope })).Done();
        var pilot = $"/pilots/{drafted.Text("application")}";
        Answers["district reads a draft"] = await (await As("district")).Get(pilot);
        (await Post("hr", $"{pilot}/submit")).Done();
        Answers["city returns at the district"] = await Post("city", $"{pilot}/return", new { reason = "材料不全" });
        Answers["city evaluates at the district"] = await Post("city", $"{pilot}/evaluate", Days);
        Answers["district returns without reason"] = await Post("district", $"{pilot}/return", new { reason = " " });
        (await Post("district", $"{pilot}/return", new { reason = "技术人员数与社保不符" })).Done();
        Seen["returned"] = (await (await As("hr")).Get(pilot)).Done();
        (await Post("hr", $"{pilot}/submit")).Done();
        (await Post("district", $"{pilot}/pass")).Done();
        Answers["district returns at the city"] = await Post("district", $"{pilot}/return", new { reason = "再看一看" });
        (await Post("city", $"{pilot}/evaluate", Days)).Done();
        (await Post("city2", $"{pilot}/authorise")).Done();
        Seen["authorised"] = (await (await As("city")).Get(pilot)).Done();
    }

    private async Task Report()
    {
        var pilot = await JinshiPilot();
        Seen["owing"] = (await (await As("jinshi-hr")).Get(pilot)).Done();
        Seen["list"] = (await (await As("city")).Get("/pilots")).Done();
        Answers["report on this year"] = await Post("jinshi-hr", $"{pilot}/reports", new { year = 2026, words = "进展顺利" });
        Answers["report without words"] = await Post("jinshi-hr", $"{pilot}/reports", new { year = 2025, words = "" });
        (await Post("jinshi-hr", $"{pilot}/reports", new { year = 2025, words = "组建评委会，尚未受理申报。" })).Done();
        Answers["report again"] = await Post("jinshi-hr", $"{pilot}/reports", new { year = 2025, words = "补充" });
        Seen["reported"] = (await (await As("city")).Get(pilot)).Done();
    }

    private async Task Withdraw()
    {
        var unit = DemoOrganisations.Id("jinshi");
        string[] staff = ["applicant-0001", "applicant-0002"];
        List<PersonId> ids = [.. staff.Select(s => DemoPeople.Id(s))];
        await Read(db => db.People.Where(p => ids.Contains(p.Id)).ExecuteUpdateAsync(s => s.SetProperty(p => p.Employer, unit)));
        await Read(db => db.Grants.Where(g => ids.Contains(g.Person)).ExecuteUpdateAsync(s => s.SetProperty(g => g.Organisation, unit)));
        var plan = await Read(db => db.Plans.Where(p => p.Committee == DemoOrganisations.Id("committee-jinshi")).Select(p => p.Id.Value).SingleAsync());
        var accepted = await Road.AtPilotPublicity(this, plan, staff[0]);
        var waiting = await Road.AtPilotPublicity(this, plan, staff[1]);
        await accepted.EmployerPublicityEnds();
        (await accepted.EmployerRecommends()).Done();
        (await waiting.EmployerRecommends()).Done();
        (await accepted.UnitAccepts()).Done();
        var pilot = await JinshiPilot();
        Answers["withdrawn without reason"] = await Post("city", $"{pilot}/withdraw", new { reason = "" });
        (await Post("city", $"{pilot}/withdraw", new { reason = "未按单位标准评审" })).Done();
        Answers["withdrawn twice"] = await Post("city", $"{pilot}/withdraw", new { reason = "未按单位标准评审" });
        Seen["withdrawn"] = (await (await As("city")).Get(pilot)).Done();
        Answers["new plan"] = await Post("jinshi-office", "/plan-proposals", NextYear);
        Answers["new declaration"] = await Post("jinshi-applicant", "/declarations", new { plan });
        Answers["acceptance"] = await waiting.UnitAccepts();
        Answers["readers for the accepted case"] = await accepted.OfficeAssigns("jinshi-expert1", "jinshi-expert2", "jinshi-expert3");
        Answers["meeting for the accepted case"] = await Post(
            "jinshi-office", "/meetings", new { committee = Jinshi, heldOn = Today.AddMonths(3), place = "锦石轴承 201" });
        Answers["renewal"] = await Post("jinshi-hr", $"{pilot}/renew");
    }

    private async Task<string> JinshiPilot() =>
        $"/pilots/{await Read(db => db.PilotApplications.Where(a => a.Unit == DemoOrganisations.Id("jinshi")).Select(a => a.Id.Value).SingleAsync())}";

    private async Task<Answer> Post(string userName, string path, object? body = null) => await (await As(userName)).Post(path, body);

    private object Days => new { documentNumber = "青人社职〔2026〕8 号", from = Today, to = Today.AddYears(2) };

    private static object Scope => new
    {
        series = "Engineering",
        specialty = "自动化",
        level = "Intermediate",
        committeeSize = 7,
        staff = 80,
        internalRules = "按计划评审，随机抽取委员，无记名投票。",
        secretary = DemoPeople.Id("researchlead").Value,
        standard = new[] { new { target = "Intermediate", degree = "Bachelor", after = "Assistant", years = 4 } },
    };

    private static object NextYear => new
    {
        committee = Jinshi,
        year = 2027,
        level = "Intermediate",
        terms = new
        {
            title = "2027 年度锦石轴承工程师自主评审",
            englishTitle = "Own review of Jinshi Bearings 2027",
            opensOn = "2027-03-01",
            closesOn = "2027-04-30",
            meetingMonth = "2027-06-01",
            ruleSet = LoadRuleSets.Id("shandong", Channel.Standard).Value,
            passRateCap = (int?)null,
            fee = 0,
            contact = "0990-5550188",
        },
    };
}

public sealed class PostgresPilotCourseServer : PilotCourseServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

[Trait("Scenario", "S14")]
public abstract class PilotCourseTests(PilotCourseServer server)
{
    [SkippableFact]
    public void The_district_comes_before_the_city_and_each_decides_in_its_turn()
    {
        server.Answers["district reads a draft"].NotFound();
        server.Answers["city returns at the district"].Refused(PilotRules.InTurn);
        server.Answers["city evaluates at the district"].Refused(PilotRules.InTurn);
        server.Answers["district returns at the city"].Refused(PilotRules.InTurn);
        server.Answers["district returns without reason"].Refused(PilotRules.ReturnNeedsReason);
        var returned = server.Seen["returned"].Part("pilot");
        Assert.Equal(("Returned", "技术人员数与社保不符"), (returned.Text("status"), returned.Text("returnReason")));
    }

    [SkippableFact]
    public void The_history_names_everybody_who_acted_the_newest_first()
    {
        var history = server.Seen["authorised"].Part("pilot").Items("history");

        Assert.Equal(
            ["Authorised", "Evaluated", "Checked", "Submitted", "Returned", "Submitted", "Drafted"], history.Select(h => h.Text("act")));
        Assert.Equal(("卢疏影", "技术人员数与社保不符"), (history[4].Text("by"), history[4].Text("note")));
    }

    [SkippableFact]
    public void A_report_on_last_year_is_due_on_the_twentieth_working_day_and_the_city_sees_that_it_is_late()
    {
        var owed = server.Seen["owing"].Part("pilot").Items("owed").Single();

        Assert.Equal((2025, true), (owed.Number("year"), owed.Flag("isOverdue")));
        Assert.Equal(new DateOnly(2026, 1, 29), owed.Date("dueOn"));
        Assert.Equal(1, server.Seen["list"].Items("items").Sum(p => p.Number("reportsOverdue")));
    }

    [SkippableFact]
    public void A_year_is_reported_on_once_when_it_is_over_in_words_and_with_the_products_figures()
    {
        server.Answers["report on this year"].Refused(PilotRules.ReportOfPastYear);
        server.Answers["report without words"].Refused(PilotRules.ReportInWords);
        server.Answers["report again"].Refused(PilotRules.ReportOnce);
        var pilot = server.Seen["reported"].Part("pilot");
        var report = pilot.Items("reports").Single();
        Assert.Equal((2025, "组建评委会，尚未受理申报。"), (report.Number("year"), report.Text("words")));
        Assert.Equal(
            [0, 0, 0, 0], new[] { "accepted", "passed", "appeals", "complaints" }.Select(f => report.Part("figures").Number(f)));
        Assert.Empty(pilot.Items("owed"));
    }

    [SkippableFact]
    public void A_withdrawn_pilot_takes_on_nothing_new()
    {
        server.Answers["withdrawn without reason"].Refused(PilotRules.WithdrawalNeedsReason);
        server.Answers["withdrawn twice"].Refused(PilotRules.InTurn);
        server.Answers["new plan"].Refused(CommitteeRules.NotWithdrawn);
        server.Answers["new declaration"].Refused(DeclarationRules.WindowOpen);
        server.Answers["acceptance"].Refused(CommitteeRules.NotWithdrawn);
        var pilot = server.Seen["withdrawn"].Part("pilot");
        Assert.Equal(("Withdrawn", false, "未按单位标准评审"), (pilot.Text("status"), pilot.Flag("isLive"), pilot.Text("withdrawalReason")));
    }

    [SkippableFact]
    public void What_was_accepted_before_is_finished_and_the_pilot_may_apply_anew()
    {
        server.Answers["readers for the accepted case"].Done();
        server.Answers["meeting for the accepted case"].Done();
        server.Answers["renewal"].Done();
    }
}

public sealed class PilotCourseOnSqliteTests(PilotCourseServer server) : PilotCourseTests(server), IClassFixture<PilotCourseServer>;

public sealed class PilotCourseOnPostgresTests : PilotCourseTests, IClassFixture<PostgresPilotCourseServer>
{
    public PilotCourseOnPostgresTests(PostgresPilotCourseServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
