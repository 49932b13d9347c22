using TitleWorkflow.Browser.Tests.Harness;
using TitleWorkflow.Browser.Tests.Journeys;

namespace TitleWorkflow.Browser.Tests;

/// <summary>An expert with a phone.</summary>
[Collection(CityCollection.Name)]
public sealed class ScoreTests(City city)
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
}
