using TitleWorkflow.Browser.Tests.Harness;
using TitleWorkflow.Browser.Tests.Journeys;

namespace TitleWorkflow.Browser.Tests;

/// <summary>Scores and places: an expert and a voter with phones, the office at its desk.</summary>
[Collection(CityCollection.Name)]
public sealed class CapTests(City city)
{
    [SkippableFact]
    public async Task An_expert_scores_leaf_by_leaf_on_a_phone()
    {
        Chromium.Require();
        await using var browser = await city.BrowserOfAsync("expert3", "zh-CN", width: 390);
        var expert = new Actor("宋怀谷", await browser.NewPageAsync());

        await expert.Opens(city.Place("/work-items/{task third opinion}"));
        foreach (var (indicator, points) in Road.Points)
        {
            await expert.Writes(indicator, points);
        }

        await expert.Sees("77");
        await expert.Writes("书面意见", "业绩突出，达到标准。");
        await expert.Presses("提交评分");

        await expert.Told("评分和意见，已提交");
        Assert.Equal([], expert.Complaints);
    }

    [SkippableFact]
    public async Task The_office_settles_a_cap_after_a_run_off_in_which_a_member_votes_on_a_phone()
    {
        Chromium.Require();
        var meeting = await city.TiedUnderACap([.. "deputy,expert1,expert2,expert3,expert4,expert5,expert6,expert8,expert10".Split(',')]);
        await using var desk = await city.BrowserOfAsync("office", "zh-CN");
        await using var phone = await city.BrowserOfAsync("expert10", "zh-CN", width: 390);
        var office = new Actor("办公室", await desk.NewPageAsync());
        var member = new Actor("委员", await phone.NewPageAsync());

        await office.Opens($"/meetings/{meeting.Id}");
        await office.Follows("核定通过名额");
        await office.Sees("3 × 67 / 100 = 2");
        await office.Presses("开启加投");

        await member.Opens("/ballots");
        await member.SeesHeading("请选一人");
        await member.Chooses("尹怀瑾");
        await member.Presses("投票");
        await member.Sees("您投给");
        await member.Presses("确认投出");
        await member.SeesHeading("已投出");

        await office.Sees("1 / 9 已投票");
        await office.Writes("主任委员口令", meeting.Codes.Director);
        await office.Writes("监督口令", meeting.Codes.Supervisor);
        await office.Presses("关闭加投");
        await office.Presses("核定名额");

        await office.SeesHeading("通过名额已核定");
        await office.Sees("超出名额");
        (await meeting.Close()).Done();
        Assert.Equal([], office.Complaints.Concat(member.Complaints));
    }
}
