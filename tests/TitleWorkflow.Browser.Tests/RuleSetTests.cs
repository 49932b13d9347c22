using Microsoft.Playwright;
using TitleWorkflow.Browser.Tests.Harness;

namespace TitleWorkflow.Browser.Tests;

/// <summary>The bureau changes how many years are asked, and whoever asks the adviser next is answered by it.</summary>
[Collection(CityCollection.Name)]
public sealed class RuleSetTests(City city)
{
    private const string Adviser =
        "/adviser?Region=shandong&Year=2026&Facts.Level=Intermediate&Facts.Education=Secondary&Facts.HeldTitle=Assistant&Facts.HeldSince=2021-03-01";

    [SkippableFact]
    public async Task A_second_officer_approves_another_number_of_years_and_the_advisers_answer_changes()
    {
        Chromium.Require();
        var anybody = await PageOf(null);
        await anybody.GotoAsync(Adviser);
        Assert.Equal("可以申报", await VerdictAsync(anybody));

        var officer = await PageOf("city");
        await officer.GotoAsync("/rule-sets");
        await officer.Locator(".zp-card:has(h2:text-is('山东'))").GetByRole(AriaRole.Link, new() { Name = "常规申报" }).ClickAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "起草新版本" }).ClickAsync();
        await SaveYearsAsync(officer, "4");
        await officer.Locator("main .zp-refusal").WaitForAsync();
        await SaveYearsAsync(officer, "6");
        await officer.GetByRole(AriaRole.Heading, new() { Name = "与上一版相比有 1 处变化" }).WaitForAsync();
        Assert.Equal(0, await officer.GetByRole(AriaRole.Button, new() { Name = "审批并发布" }).CountAsync());

        var second = await PageOf("city2");
        await second.GotoAsync(officer.Url);
        await second.GetByRole(AriaRole.Button, new() { Name = "审批并发布" }).ClickAsync();
        await second.Locator(".zp-head").GetByText("已发布", new() { Exact = true }).WaitForAsync();

        await anybody.ReloadAsync();
        Assert.Equal("暂不符合", await VerdictAsync(anybody));
        Assert.Contains("最早日期 2027-03-01", await anybody.Locator("section:has(#c-Standard)").InnerTextAsync(), StringComparison.Ordinal);
        await Task.WhenAll(new[] { anybody, officer, second }.Select(page => page.Context.CloseAsync()));
    }

    private static Task<string> VerdictAsync(IPage page) => page.Locator("section:has(#c-Standard) header .zp-status").InnerTextAsync();

    private static async Task SaveYearsAsync(IPage page, string years)
    {
        await page.GetByLabel("工程师·中专（年）", new() { Exact = true }).FillAsync(years);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
    }

    private async Task<IPage> PageOf(string? user) => await (await city.BrowserOfAsync(user, "zh-CN")).NewPageAsync();
}
