using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitleWorkflow.Browser.Tests.Journeys;

/// <summary>The meeting: thirteen members of whom eleven come, nine in favour, one against, one abstaining.</summary>
internal sealed partial class Road
{
    private static readonly (string UserName, string Name, string Choice)[] Present =
    [
        ("director", "祁望舒", "同意"),
        ("deputy", "岑霁", "同意"),
        ("expert1", "秦亦舟", "同意"),
        ("expert2", "林见微", "同意"),
        ("expert3", "宋怀谷", "同意"),
        ("expert4", "白露生", "不同意"),
        ("expert5", "江予安", "同意"),
        ("expert6", "陆之桁", "弃权"),
        ("expert7", "顾南乔", "同意"),
        ("expert8", "沈听泉", "同意"),
        ("expert9", "裴如晦", "同意"),
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
            await office.Presses($"标记{member.Name}到会");
        }

        await office.SeesHeading("出席 8 人，距法定人数 9 人还差 1 人");
        await office.SeesButton("开会", enabled: false);
        foreach (var member in Present[8..])
        {
            await office.Presses($"标记{member.Name}到会");
        }

        await office.SeesHeading("出席 11 人，达到法定人数 9 人");
        await office.Presses("开会");
        await office.SeesHeading("两个口令都抽取后，才能开启表决");
    }

    private async Task Voted()
    {
        var directorCode = await DrawsCode("director", "会议");
        var supervisorCode = await DrawsCode("supervisor", "会议监督");
        await Task.WhenAll(Present.Select(m => SitsDown(m.UserName)));
        await SitsDownUninvited("expert10");

        // The office's page and those of the members move on by themselves.
        var office = await company.Person("office");
        await office.SeesHeading($"下一件：{Applicant}");
        await office.Presses("开启表决");
        await Task.WhenAll(Present.Select(m => Casts(m.UserName, m.Choice)));
        await office.Sees("11 / 11 已投票");
        await office.Writes("主任委员口令", directorCode);
        await office.Writes("监督口令", supervisorCode);
        await office.Presses("关闭表决");
        await office.SeesHeading("议程已全部表决");
        await office.Sees("同意 9，不同意 1，弃权 1，未投 0");
        await office.Presses("散会");
        await office.SeesHeading("等待祁望舒签署评审结果");
    }

    private async Task<string> DrawsCode(string userName, string meetings)
    {
        var holder = await company.Person(userName);
        await holder.Visits(meetings);
        await holder.Page.Locator("main").GetByRole(AriaRole.Link, new() { NameString = "2026-03-10" }).ClickAsync();
        await holder.Presses("抽取口令");
        var code = await holder.Page.GetByText(CodePattern()).InnerTextAsync();
        await holder.Follows("已记下，返回会议");

        return code;
    }

    private async Task SitsDown(string userName)
    {
        var member = await company.Person(userName);
        await member.Visits("会议");
        await member.Page.Locator("main").GetByRole(AriaRole.Link, new() { NameString = "2026-03-10" }).ClickAsync();
        await member.Follows("进入投票");
        await member.SeesHeading("现在没有需要您投票的申报件");
    }

    private async Task SitsDownUninvited(string userName)
    {
        var absent = await company.Person(userName);
        await absent.Opens("/ballots");
        await absent.SeesHeading("您还没有签到");
    }

    private async Task Casts(string userName, string choice)
    {
        var member = await company.Person(userName);
        await member.SeesHeading(Applicant);
        await member.Page.GetByRole(AriaRole.Radio, new() { Name = choice, Exact = true }).CheckAsync();
        await member.Presses("投票");
        await member.Sees("投出后不能更改，也不能补投。");
        await member.Presses("确认投出");
        await member.SeesHeading("已投出");
        await Expect(member.Page.GetByText(CodePattern())).ToBeVisibleAsync();
    }

    private async Task Signed()
    {
        var director = await company.Person("director");
        await director.Follows("返回会议");
        await director.Visits("我的评审");
        await director.Follows(Applicant);
        await director.SeesHeading("评审结果等您签署");
        await director.Follows("看结果并签署");
        await director.Sees("通过");
        await director.Writes("登录密码", Password);
        await director.Presses("签署评审结果");
        await director.Told("评审结果已签署生效");
    }

    [System.Text.RegularExpressions.GeneratedRegex("^[0-9A-Z]{4}(-[0-9A-Z]{4})+$")]
    private static partial System.Text.RegularExpressions.Regex CodePattern();
}
