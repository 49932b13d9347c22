using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitleWorkflow.Browser.Tests.Journeys;

/// <summary>The meeting: thirteen members of whom eleven come.</summary>
internal sealed partial class Road
{
    private static readonly string[] Present =
    [
        "祁望舒",
        "岑霁",
        "秦亦舟",
        "林见微",
        "宋怀谷",
        "白露生",
        "江予安",
        "陆之桁",
        "顾南乔",
        "沈听泉",
        "裴如晦",
    ];

    private async Task Convened()
    {
        var office = await company.Person("office");
        await office.Visits("评审会议");
        await office.Follows("召开会议");
        await office.Writes("地点", "市人社局 301");
        await office.Presses("召开并通知委员");
        await office.Chooses(Applicant);
        await office.Presses("列入议程");
        foreach (var member in Present[..8])
        {
            await office.Presses($"标记{member}到会");
        }

        await office.SeesHeading("出席 8 人，距法定人数 9 人还差 1 人");
        await office.SeesButton("开会", enabled: false);
        foreach (var member in Present[8..])
        {
            await office.Presses($"标记{member}到会");
        }

        await office.SeesHeading("出席 11 人，达到法定人数 9 人");
        await office.Presses("开会");
        await office.SeesHeading("两个口令都抽取后，才能开启表决");
    }

    private async Task CodesDrawn()
    {
        await DrawsCode("director", "会议");
        await DrawsCode("supervisor", "会议监督");
    }

    private async Task DrawsCode(string userName, string meetings)
    {
        var holder = await company.Person(userName);
        await holder.Visits(meetings);
        await holder.Page.Locator("main").GetByRole(AriaRole.Link, new() { NameString = "2026-03-10" }).ClickAsync();
        await holder.Presses("抽取口令");
        await Expect(holder.Page.GetByText(CodePattern())).ToBeVisibleAsync();
        await holder.Follows("已记下，返回会议");
    }

    [System.Text.RegularExpressions.GeneratedRegex("^[0-9A-Z]{4}(-[0-9A-Z]{4})+$")]
    private static partial System.Text.RegularExpressions.Regex CodePattern();
}
