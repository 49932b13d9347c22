using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>One application for a pilot in each state, and a plan that waits.</summary>
public sealed partial class City
{
    private async Task ApplyForPilots()
    {
        places["pilot authorised"] = (await (await As("city")).Get("/pilots")).Done().Items("items").Single().Text("application");
        places["pilot draft"] = await Drafts("hr", "yuanxiu", "applicant", years: 3);
        places["pilot submitted"] = await Drafts("hengce-hr", "hengce", "hengce-applicant", years: 4);
        (await (await As("hengce-hr")).Post($"/pilots/{places["pilot submitted"]}/submit")).Done();
        (await (await As("district")).Post($"/pilots/{places["pilot submitted"]}/pass")).Done();
        places["pilot with district"] = await Drafts("hengce-hr", "hengce", "hengce-applicant", years: 4, "阀门检测");
        (await (await As("hengce-hr")).Post($"/pilots/{places["pilot with district"]}/submit")).Done();
        var proposed = await (await As("office")).Post("/plan-proposals", new
        {
            committee = DemoOrganisations.Id("committee").Value,
            year = Today.Year,
            level = "Intermediate",
            terms = new
            {
                title = $"{Today.Year} 年度工程系列机械专业工程师评审",
                englishTitle = $"{Today.Year} review, engineers, mechanical engineering",
                opensOn = Today.AddMonths(1),
                closesOn = Today.AddMonths(2),
                meetingMonth = new DateOnly(Today.Year, Today.Month, 1).AddMonths(3),
                ruleSet = LoadRuleSets.Id("shandong", Channel.Standard).Value,
                passRateCap = 60,
                fee = 180,
                contact = "0990-5550112",
            },
        });
        places["plan proposed"] = proposed.Done().Text("proposal");
    }

    private async Task<string> Drafts(string userName, string unit, string secretary, int years, string specialty = "自动化装备") =>
        (await (await As(userName)).Post("/pilots", new
        {
            unit = DemoOrganisations.Id(unit).Value,
            scope = new
            {
                series = "Engineering",
                specialty,
                level = "Intermediate",
                committeeSize = 7,
                staff = 120,
                internalRules = "按年度计划评审，随机抽取委员，无记名投票。",
                secretary = DemoPeople.Id(secretary).Value,
                standard = new object[]
                {
                    new { target = "Intermediate", degree = "Bachelor", after = "Assistant", years },
                    new { target = "Intermediate", years = 0, results = "主持市级以上技术改造并投产" },
                },
            },
        })).Done().Text("application");
}
