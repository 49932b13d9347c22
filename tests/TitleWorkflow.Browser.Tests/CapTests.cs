using TitleWorkflow.Browser.Tests.Harness;
using TitleWorkflow.Browser.Tests.Journeys;

namespace TitleWorkflow.Browser.Tests;

/// <summary>Places: the office at its desk, a voter with a phone.</summary>
[Collection(CityCollection.Name)]
public sealed class CapTests(City city)
{
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
        await member.Page.Locator("label:has-text('尹怀瑾') input").CheckAsync();
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
