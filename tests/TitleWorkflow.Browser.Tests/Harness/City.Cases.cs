using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>How the declarations came where they stand.</summary>
public sealed partial class City
{
    // Everybody declares on the first day, some are recommended after the employer's publicity, and a week later some are done.
    private static readonly DateOnly Recommended = new(2026, 3, 10);
    private static readonly DateOnly Now = new(2026, 3, 18);

    private static readonly string[] Readers = ["expert1", "expert2", "expert3"];
    private static readonly string[] InMeeting =
        ["certificate", "published", "confirm", "post", "not-passed", "reexamined", "unsigned", "decided", "voting", "listed", "planned", "awaiting"];

    private readonly Dictionary<string, Road> roads = [];

    private async Task Declare()
    {
        await Each(Standing, async standing => Know(standing, await Road.Start(this, Applicant(standing))));
        await (await As(Applicant("draft"))).Put(
            $"/declarations/{roads["draft"].Declaration}/sections/basic", new { values = Dossier.Sections["basic"] });
        await roads["ready"].Fill();
        (await roads["employer-check"].Claims(new { item = "degree", fact = "本科", option = "bachelor" }, new { item = "awards", fact = "市科学技术进步奖", rank = 3 })).Done();
        await Each(
            Standing.Except(["draft", "typed", "ready", "employer-publicity"]), standing => roads[standing].FillAndSubmit());
        (await (await As(Applicant("withdrawn"))).Post(
            $"/declarations/{roads["withdrawn"].Declaration}/withdraw", new { reason = "本人另有安排" })).Done();
        (await roads["refused"].Complete(
            "hr", "employer-check", new { outcome = "Refuse", comment = "学历证明与人事档案不符，本次不予推荐。" })).Done();
        await Each(
            Standing.Except(["draft", "typed", "ready", "employer-publicity", "withdrawn", "refused", "employer-check"]),
            async standing => (await roads[standing].EmployerPasses()).Done());
        await ClockAt(Recommended);
    }

    // Back at the office it came from: two facts mended, a paper exchanged, one section left as it was.
    private async Task ReturnAndMend(string standing, string office)
    {
        var road = roads[standing];
        (await road.Complete(office, "vetting", new
        {
            outcome = "Return",
            sections = new[] { "education", "achievements", "projects" }.Select(section => new { section, reason = "请与原件核对。" }),
        })).Done();
        var patent = (await road.DossierSeenBy(Applicant(standing))).Items("sections").Single(s => s.Text("key") == "achievements")
            .Items("facts").Single(f => f.Text("key") == "patentNumber").Items("files")[0].Text("evidence");
        (await (await As(Applicant(standing))).Delete($"/declarations/{road.Declaration}/evidence/{patent}")).Done();
        (await road.Attach("achievements/patentNumber", "专利证书（彩色扫描）.pdf")).Done();
        await road.States("achievements", ("patentName", "一种高温阀门密封结构"), ("patentNumber", "CN112405718B"));
        await road.States(
            "projects", ("projectName", "高温阀门测试台"), ("projectRole", "负责人"),
            ("projectResult", "投入使用，年节约成本 180 万元；本人主持总体设计与验收。"));
        (await road.Submit()).Done();
    }

    private async Task Review()
    {
        string[] atTown = ["town", "claimed", "keyboard", "returned"];
        var up = Standing.Take(Array.IndexOf(Standing, "recommend")).ToList();
        await Each(up, async standing => (await roads[standing].EmployerRecommends()).Done());
        (await roads["returned"].Complete("town", "vetting", new
        {
            outcome = "Return",
            sections = new[]
            {
                new { section = "education", reason = "学历证书扫描件看不清编号，请重新上传。" },
                new { section = "projects", reason = "请写明本人承担的工作。" },
            },
        })).Done();
        await Each(up.Except(atTown), async standing => (await roads[standing].Passes("town")).Done());
        await Each(up.Except([.. atTown, "district"]), async standing => (await roads[standing].Passes("district")).Done());
        await ReturnAndMend("district", "district");
        await roads["returned"].States("projects", ("projectName", "高温阀门测试台"), ("projectRole", "负责人，主持总体设计"));
        var checkedUp = up.Except([.. atTown, "district", "city"]).ToList();
        await Each(checkedUp, async standing => (await roads[standing].Passes("city")).Done());
        (await roads["lapsed"].UnitAsksFor("缺专利证书")).Done();
        await Each(InMeeting, standing => roads[standing].GoesToMeeting());
        (await roads["reading"].UnitAccepts()).Done();
        (await roads["reading"].OfficeAssigns(Readers)).Done();
        (await roads["reading"].ExpertWrites("expert2")).Done();
        (await roads["untouched"].UnitAccepts()).Done();
        (await roads["untouched"].OfficeAssigns("expert8", "expert9", "expert10")).Done();
        (await roads["heard"].UnitAccepts()).Done();
        (await roads["heard"].OfficeAssigns("expert8", "expert9", "expert10")).Done();
        (await roads["assign"].UnitAccepts()).Done();
        places["defences draft"] = await LaysDefence("untouched", new DateOnly(2026, 3, 24));
        places["defences published"] = await LaysDefence("heard", new DateOnly(2026, 3, 27));
        (await (await As("office")).Post($"/defences/{places["defences published"]}/publish")).Done();
    }

    private async Task<string> LaysDefence(string standing, DateOnly heldOn) => (await (await As("office")).Post(
        $"/committees/{DemoOrganisations.Id("committee").Value}/defences",
        new
        {
            day = new
            {
                heldOn,
                firstAt = "08:30:00",
                until = "11:30:00",
                minutesEach = 20,
                breakAfter = 3,
                breakMinutes = 15,
                rooms = new[] { "青檀市人才大厦 301 室", "青檀市人才大厦 302 室" },
            },
            declarations = new[] { roads[standing].Declaration },
        })).Done().Text("schedule");

    private async Task Conclude()
    {
        (await roads["confirm"].UnitPostsResult()).Done();
        (await roads["certificate"].UnitPostsResult()).Done();
        await ClockAt(new DateOnly(2026, 3, 12));
        (await roads["soon"].EmployerRecommends()).Done();
        await ClockAt(new DateOnly(2026, 3, 16));
        (await roads["later"].EmployerRecommends()).Done();
        await ClockAt(new DateOnly(2026, 3, 17));
        (await roads["last"].EmployerRecommends()).Done();
        await roads["employer-publicity"].FillAndSubmit();
        (await roads["employer-publicity"].EmployerPasses()).Done();
        (await roads["employer-publicity"].ObjectedToBy("chairperson", Road.Named)).Done();
        (await roads["supplement"].UnitAsksFor("第 3 项专利缺少转化应用证明", "学历证书扫描件看不清编号", "“高温阀门测试台”项目合同缺签章页")).Done();
        (await roads["widened"].UnitAsksFor("缺年度考核表")).Done();
        (await roads["widened"].SupervisorAllowsAddition("社保证明在提交之后失效")).Done();
        (await roads["supplied"].UnitAsksFor("学历证书不清")).Done();
        (await roads["supplied"].Supplies(1)).Done();
        (await roads["supplied"].HandsSupplementIn()).Done();
        await ClockAt(Now);
        (await roads["certificate"].CityConfirms("青人社职〔2026〕31 号")).Done();
        (await roads["published"].UnitPostsResult()).Done();
        await OpenTodaysMeeting();
        (await roads["reexamined"].AsksForReexamination("Recusal", "一位评议专家 2024 年 6 月前与我同在一个单位。")).Done();
        (await (await As("applicant-0001")).Post("/adviser/decisions", new
        {
            channel = "SkillCrossover",
            region = "shandong",
            year = 2022,
            facts = new { level = "FullSenior", skill = "ChiefTechnician" },
        })).Done();
        await KeepPlaces();
    }

    private async Task KeepPlaces()
    {
        (string Name, string UserName, string Form, string Standing)[] tasks =
        [
            ("employer-check", "hr", "employer-check", "employer-check"), ("recommend", "hr", "recommendation", "recommend"),
            ("objection", "hr", "objection", "employer-publicity"), ("town", "town", "vetting", "town"), ("claimed", "town", "vetting", "claimed"),
            ("keyboard", "town", "vetting", "keyboard"),
            ("district", "district", "vetting", "district"), ("city", "city", "vetting", "city"),
            ("eligibility", "organiser", "eligibility", "eligibility"), ("supplied", "organiser", "eligibility", "supplied"),
            ("assign", "office", "group-assignment", "assign"), ("opinion", "expert1", "expert-opinion", "reading"),
            ("third opinion", "expert3", "expert-opinion", "reading"),
            ("post", "organiser", "result-posting", "post"), ("confirm", "city", "confirmation", "confirm"),
            ("reexamination", "organiser", "reexamination", "reexamined"),
            ("declare", Applicant("draft"), "declaration", "draft"),
        ];
        foreach (var (name, userName, form, standing) in tasks)
        {
            places["task " + name] = (await roads[standing].TaskOf(userName, form))!.Text("workItem");
        }

        (await (await As("town")).Post($"/work-items/{places["task claimed"]}/claim")).Done();
        var done = (await (await As("town")).All("/work-items?view=Done"))[0];
        places["task done"] = done.Text("workItem");
        places["committee"] = $"{DemoOrganisations.Id("committee").Value}";
        places["plan"] = $"{DemoCity.Plan.Value}";
        var certificates = (await (await As(Applicant("certificate"))).Get("/certificates")).Done();
        places["number"] = certificates.Items("items").Single().Part("certificate").Text("number");
        places["notice"] = (await Anybody.Get("/publicity")).Done().Items("items")[0].Text("notice");
        places["employer notice"] = (await roads["employer-publicity"].EmployerPublicity()).Text("notice");
        places["evidence"] = await EvidenceOf("town", "town");
        await HandInList();
    }

    private async Task HandInList()
    {
        places["list"] = await ApplicantList.WorkedOff(this, "hr", "温言", "苏晚晴", "齐越");
        places["invitation"] = await ApplicantList.Invites(this, "hr", "苏晚晴");
        (await Anybody.Post($"/invitations/{await ApplicantList.Invites(this, "hr", "温言")}/accept", new { password = Password })).Done();
        places["signed up"] = await Read(db => db.People.Where(p => p.Name == "温言").Select(p => p.Id.Value.ToString()).SingleAsync());
    }

    private async Task<string> EvidenceOf(string standing, string userName)
    {
        var dossier = (await (await As(userName)).Get($"/declarations/{roads[standing].Declaration}/dossier")).Done();
        return dossier.Items("sections").SelectMany(s => s.Items("facts")).SelectMany(f => f.Items("files")).First().Text("evidence");
    }

    private void Know(string standing, Road road)
    {
        lock (roads)
        {
            roads[standing] = road;
            places[standing] = road.Declaration;
        }
    }

    private static Task Each(IEnumerable<string> standings, Func<string, Task> act) => Task.WhenAll(standings.Select(act));
}
