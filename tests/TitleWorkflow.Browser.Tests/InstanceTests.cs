using Microsoft.Playwright;

namespace TitleWorkflow.Browser.Tests;

/// <summary>An administrator at a flow that has failed: mends it, lets it run on, moves it to another version.</summary>
public sealed class InstanceTests(Harness.GatedSite site) : IClassFixture<Harness.GatedSite>
{
    [SkippableFact]
    public async Task A_failed_flow_is_mended_retried_and_after_a_dry_run_migrated_without_a_script_on_the_page()
    {
        var applicant = await site.OpenAsync("applicant");
        var draft = await applicant.NewPageAsync();
        await draft.GotoAsync("/declarations/new");
        await draft.Locator("main form button.btn-primary").First.ClickAsync();
        await draft.WaitForURLAsync(url => !url.Contains("/declarations/new", StringComparison.Ordinal));
        await applicant.CloseAsync();

        var admin = await site.OpenAsync("admin");
        await admin.RouteAsync("**/*.js", route => route.AbortAsync());
        var page = await admin.NewPageAsync();
        await page.GotoAsync("/instances?trouble=Fault");
        await page.Locator("table a.stretch").First.ClickAsync();
        await page.Locator("svg.zp-flow .step.faulted").WaitForAsync();
        Assert.Contains("•••", await page.Locator(".zp-next").First.InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "修改变量“ready”" }).ClickAsync();
        await page.GetByLabel("新值").FillAsync("true");
        await SayWhyAsync(page, "检查已补做", "保存新值");
        await page.GetByRole(AriaRole.Link, new() { Name = "重试", Exact = true }).ClickAsync();
        await SayWhyAsync(page, "变量已更正", "重试");

        await page.Locator("svg.zp-flow .step.now").WaitForAsync();
        Assert.Equal(0, await page.Locator("svg.zp-flow .step.faulted").CountAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "迁移到其他版本" }).ClickAsync();
        await page.GetByLabel("目标版本").SelectOptionAsync(new SelectOptionValue { Index = 0 });
        await page.GetByRole(AriaRole.Button, new() { Name = "试运行", Exact = true }).ClickAsync();
        await page.Locator("main table").WaitForAsync();
        Assert.Contains("1 项中保留 1 项", await page.Locator("main table").InnerTextAsync(), StringComparison.Ordinal);
        await SayWhyAsync(page, "回到上一版", "迁移到 v1");

        await page.Locator(".zp-journal").WaitForAsync();
        Assert.Contains("v1", await page.Locator(".zp-head").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("回到上一版", await page.Locator(".zp-journal").InnerTextAsync(), StringComparison.Ordinal);
        await admin.CloseAsync();
    }

    private static async Task SayWhyAsync(IPage page, string reason, string act)
    {
        await page.GetByLabel("理由", new() { Exact = true }).FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = act }).ClickAsync();
    }
}
