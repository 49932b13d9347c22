using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>One declaration of each channel that has a road of its own, from the plan to the certificate.</summary>
public class ChannelRoadServer : Server
{
    private readonly Dictionary<string, Road> roads = [];

    /// <summary>By channel: how the certificate names the title.</summary>
    internal Dictionary<string, string> Titles { get; } = [];

    /// <summary>By channel: the number of the declaration.</summary>
    internal Dictionary<string, string> Numbers { get; } = [];

    /// <summary>By channel: what the dossier's checks call waived.</summary>
    internal Dictionary<string, IReadOnlyList<string>> Waived { get; } = [];

    /// <summary>By channel: the steps its public guide shows.</summary>
    internal Dictionary<string, IReadOnlyList<string>> Ahead { get; } = [];

    /// <summary>By channel: what comes next, as the applicant reads it while the employer checks.</summary>
    internal Dictionary<string, IReadOnlyList<string>> Next { get; } = [];

    /// <summary>By channel: where its flow's picture shows the case meanwhile, and where in the flow behind that step.</summary>
    internal Dictionary<string, string> Stands { get; } = [];

    internal Answer WrongRules { get; private set; } = null!;

    internal Answer OwnPower { get; private set; } = null!;

    internal Answer WithoutFigures { get; private set; } = null!;

    internal Answer RefusedByPeers { get; private set; } = null!;

    internal JsonNode AfterPeersRefused { get; private set; } = null!;

    internal JsonNode AfterPeers { get; private set; } = null!;

    protected override DateOnly Start => new(2022, 10, 10);

    protected override int MoreApplicants => 6;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        var express = await Committee("直通车评审专班", TitleSeries.Engineering, TitleLevel.FullSenior);
        var economics = await Committee("经济系列高级评审委员会", TitleSeries.Economics, TitleLevel.DeputySenior);
        var ordinary = DemoOrganisations.Id("committee").Value;
        WrongRules = await Proposes(ordinary, "DirectExpress", "DeputySenior", LoadRuleSets.Id("shandong", Channel.Standard).Value);
        OwnPower = await Proposes(ordinary, "SocialReview", "DeputySenior", LoadRuleSets.Id("shandong", Channel.SocialReview).Value);
        var entrusted = await Plan(ordinary, Channel.Entrusted, "DeputySenior", LoadRuleSets.Id("shandong", Channel.Standard).Value);
        var direct = await Plan(express, Channel.DirectExpress, "FullSenior", LoadRuleSets.Id("zhejiang", Channel.DirectExpress).Value);
        var executive = await Plan(
            economics, Channel.ExecutiveSeniorEconomist, "DeputySenior", LoadRuleSets.Id("zhejiang", Channel.ExecutiveSeniorEconomist).Value);
        var skill = await Read(db => db.Plans.Where(p => p.Channel == Channel.SkillCrossover).Select(p => p.Id.Value).SingleAsync());

        (string Name, string Applicant, Guid Plan, ChannelDossier Dossier)[] all =
        [
            ("SkillCrossover", "applicant-0001", skill, ChannelDossier.Skill),
            ("Entrusted", "applicant-0002", entrusted, ChannelDossier.Ordinary),
            ("DirectExpress", "applicant-0003", direct, ChannelDossier.Express),
            ("ExecutiveSeniorEconomist", "applicant-0004", executive, ChannelDossier.Executive),
            ("by peers", "applicant-0005", direct, ChannelDossier.Express),
            ("refused by peers", "applicant-0006", direct, ChannelDossier.Express),
        ];
        foreach (var (name, applicant, plan, dossier) in all)
        {
            var road = roads[name] = await Road.Start(this, applicant, plan);
            await road.FillAndSubmit(dossier);
            var seen = await road.SeenBy(applicant);
            Numbers[name] = seen.Text("number");
            Ahead[name] = [.. (await Anybody.Get($"/guides/{plan}")).Done().Items("steps").Select(s => s.Text("title"))];
            Next[name] = [.. seen.Items("ahead").Select(s => s.Text("title"))];
            Stands[name] = await StandsAt(road);
            (await road.EmployerPasses()).Done();
        }

        await roads["Entrusted"].EmployerPublicityEnds();
        await Task.WhenAll(roads.Values.Select(async road => (await road.EmployerRecommends()).Done()));
        await CheckEach();
        foreach (var (name, _, _, dossier) in all.Take(4))
        {
            Waived[name] =
            [
                .. (await (await As("organiser")).Get($"/declarations/{roads[name].Declaration}/dossier")).Done().Items("checks")
                    .Where(c => c.Text("outcome") == "Waived").Select(c => c.Items("values")[0].ToString()),
            ];
            await roads[name].GoesToMeeting(dossier);
        }

        await Decide(ordinary, "SkillCrossover", "Entrusted");
        await Decide(express, "DirectExpress");
        await Decide(economics, "ExecutiveSeniorEconomist");
        await PostAndConfirm([.. all.Take(4).Select(r => (r.Name, r.Applicant))]);
    }

    // What every channel has before acceptance and no other has.
    private async Task CheckEach()
    {
        foreach (var office in new[] { "town", "district", "city" })
        {
            (await roads["SkillCrossover"].Passes(office)).Done();
        }

        (await roads["SkillCrossover"].Checks(
            "organiser", "Pass", ("证书编号", "S000099040021"), ("核验渠道", "全国联网查询"), ("在生产一线岗位", "Yes"))).Done();
        (await roads["Entrusted"].Checks(
            "district", "Pass", ("委托函编号", "临人社委〔2022〕3 号"), ("委托单位", "临桥区人力资源和社会保障局"), ("签发日期", "2022-10-18"))).Done();
        (await roads["Entrusted"].Passes("city")).Done();
        (await roads["DirectExpress"].Checks("city", "Pass", ("符合的条件", "发明专利转化"), ("核验依据", "5 件专利登记簿副本与投产证明"))).Done();
        WithoutFigures = await roads["ExecutiveSeniorEconomist"].Checks("city", "Pass", ("现任职务", "总经理"));
        (await roads["ExecutiveSeniorEconomist"].Checks(
            "city", "Pass", ("现任职务", "总经理"), ("任职起始日期", "2017-03-01"), ("上年度销售收入（亿元）", "12"), ("核对来源", "税务数据"))).Done();
        foreach (var name in new[] { "by peers", "refused by peers" })
        {
            (await roads[name].Checks("city", "PeerRecommendation", ("符合的条件", "无硬性条件"), ("核验依据", "基础材料研究，难以量化"))).Done();
        }

        (string, string)[] found =
            [("推荐人姓名、单位与职称", "李某某，青檀研究院，正高级工程师"), ("推荐意见", "解决关键材料难题"), ("已告知推荐人信用责任", "Yes")];
        (await roads["by peers"].Checks("organiser", "Pass", found)).Done();
        AfterPeers = await roads["by peers"].SeenBy("applicant-0005");
        RefusedByPeers = await roads["refused by peers"].Checks("organiser", "Refuse", found);
        AfterPeersRefused = await roads["refused by peers"].SeenBy("applicant-0006");
    }

    private async Task<string> StandsAt(Road road)
    {
        var picture = (await (await As("admin")).Get($"/instances/{road.Declaration}")).Done().Part("picture");
        string Now(JsonNode drawing) => drawing.Items("steps").Single(s => s.Text("state") == "Now").Text("text");
        return $"{Now(picture)}: {Now(picture.Items("parts").Single(p => p.Text("step") == "employer").Part("picture"))}";
    }

    private async Task Decide(Guid committee, params string[] names)
    {
        var meeting = await Meeting.Call(this, committee, "office", [.. names.Select(n => roads[n])]);
        await meeting.SignIn(Meeting.Members.Take(11));
        (await meeting.Open()).Done();
        await meeting.DrawCodes();
        foreach (var name in names)
        {
            await meeting.Vote(roads[name], yes: 10, no: 1, abstain: 0);
        }

        (await meeting.Close()).Done();
        (await meeting.Sign("director")).Done();
    }

    private async Task PostAndConfirm((string Name, string Applicant)[] passed)
    {
        foreach (var (name, _) in passed)
        {
            (await roads[name].UnitPostsResult()).Done();
        }

        var window = (await Anybody.Get("/publicity")).Done().Items("items")[0].Part("window");
        await ClockAt(window.Date("nextActionDay"));
        foreach (var (name, applicant) in passed)
        {
            (await roads[name].CityConfirms()).Done();
            Titles[name] = (await (await As(applicant)).Get("/certificates")).Done().Items("items").Single().Part("certificate").Text("title");
        }
    }

    private async Task<Guid> Plan(Guid committee, Channel channel, string level, Guid rules)
    {
        var proposal = (await Proposes(committee, channel.ToString(), level, rules)).Done().Text("proposal");
        var city = await As("city");
        var revision = (await city.Get($"/plan-proposals/{proposal}")).Done().Number("revision");
        return Guid.Parse((await city.Post($"/plan-proposals/{proposal}/approve", new { revision })).Done().Text("plan"));
    }

    private async Task<Answer> Proposes(Guid committee, string channel, string level, Guid ruleSet) =>
        await (await As("office")).Post("/plan-proposals", new
        {
            committee,
            year = 2022,
            level,
            channel,
            terms = new
            {
                title = $"2022 年度评审（{channel}）",
                englishTitle = $"Review 2022, {channel}",
                opensOn = "2022-10-10",
                closesOn = "2022-12-30",
                meetingMonth = "2022-12-01",
                ruleSet,
                passRateCap = (int?)null,
                fee = 0,
                contact = "0990-5550188",
            },
        });

    // Committees of other series and levels: the demonstration has none.
    private async Task<Guid> Committee(string name, TitleSeries series, TitleLevel level)
    {
        var unit = DemoOrganisations.Id("unit");
        var organisation = new Organisation(OrganisationId.New(), OrganisationKind.Committee, name, unit, name);
        var committee = new ReviewCommittee(
            organisation.Id, unit, series, series == TitleSeries.Economics ? "企业管理" : "机械", level,
            new CommitteeAuthorization("青人社职〔2022〕5 号", new DateOnly(2022, 1, 1), new DateOnly(2024, 12, 31)));
        committee.Appoint(
        [
            .. Meeting.Members.Select((m, i) => new CommitteeSeat(
                DemoPeople.Id(m), i switch { 0 => CommitteePosition.Director, 1 => CommitteePosition.Deputy, _ => CommitteePosition.Member })),
        ]);
        Grant Of(string userName, Role role) => new(DemoPeople.Id(userName), role, organisation.Id, new DateOnly(2022, 1, 1));
        await Store(
        [
            organisation, committee, Of("office", Role.CommitteeOffice), Of("director", Role.CommitteeDirector),
            Of("deputy", Role.DeputyDirector), .. Meeting.Members.Select(m => Of(m, Role.Expert)),
        ]);
        return organisation.Id.Value;
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresChannelRoadServer : ChannelRoadServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}
