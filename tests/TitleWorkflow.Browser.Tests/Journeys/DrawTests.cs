using TitleWorkflow.Browser.Tests.Harness;

namespace TitleWorkflow.Browser.Tests.Journeys;

/// <summary>A committee is drawn: the office freezes, the supervisor draws, an expert confirms on a phone.</summary>
[Collection(CityCollection.Name)]
public sealed class DrawTests(City city)
{
    [SkippableFact]
    public async Task A_committee_is_drawn_and_an_expert_confirms_on_a_phone_while_the_office_sees_no_name()
    {
        Chromium.Require();
        await using var desk = await city.BrowserOfAsync("office", "zh-CN");
        await using var witness = await city.BrowserOfAsync("supervisor", "zh-CN");
        var (office, supervisor) = (new Actor("温以宁", await desk.NewPageAsync()), new Actor("石砺", await witness.NewPageAsync()));

        var draw = await Freezes(office);
        await Draws(supervisor, draw);
        var drawn = (await city.InvitedBy(draw.Split('/')[^1]))[0];
        await using var pocket = await city.BrowserOfAsync(drawn, "zh-CN", width: 390);
        var expert = new Actor(drawn, await pocket.NewPageAsync());
        await expert.Opens("/notices");
        await expert.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameRegex = new("评审会议邀请") }).First.ClickAsync();
        await expert.Presses("我能出席");
        await expert.Told("已确认出席");

        await office.Opens(draw);
        await office.SeesHeading("1 名委员已确认，共 13 名");
        Assert.DoesNotContain(await city.NameOf(drawn), await office.Reads(), StringComparison.Ordinal);
        Assert.Equal([], office.Complaints.Concat(supervisor.Complaints).Concat(expert.Complaints));
    }

    private static async Task<string> Freezes(Actor office)
    {
        await office.Opens("/inbox");
        await office.Visits("专家抽取");
        await office.Follows("准备抽取");
        await office.Picks("评审计划", "2026 年度工程系列机械专业高级工程师评审");
        await office.Writes("会议日期", "2026-07-06");
        await office.Writes("候补人数", "2");
        await office.Presses("计算可抽人数");
        await office.Sees("专家库 15 人");
        await office.Writes("抽取用的公开数值", "2026-04-01 福利彩票开奖号");
        await office.Page.Locator("#Reason").FillAsync("上一轮会议改期");
        await office.Presses("封存名单和规则");
        await office.SeesHeading("名单已封存，等待现场抽取");

        return new Uri(office.Page.Url).AbsolutePath;
    }

    private static async Task Draws(Actor supervisor, string draw)
    {
        await supervisor.Opens("/inbox");
        await supervisor.Visits("抽取见证");
        await supervisor.Page.Locator($"main a[href='{draw}']").First.ClickAsync();
        await supervisor.Follows("现场抽取");
        await supervisor.Writes("2026-04-01 福利彩票开奖号", "8 2 6");
        await supervisor.Writes("监督员的数", "41");
        await supervisor.Presses("抽取");
        await supervisor.SeesHeading("0 名委员已确认，共 13 名");
    }
}
