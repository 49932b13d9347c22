using System.Text.Json;
using Microsoft.Playwright;

namespace TitleWorkflow.Browser.Tests;

/// <summary>Pages as people with a keyboard, a screen reader or a phone meet them.</summary>
public sealed class AccessibilityTests(Harness.Browser browser) : IClassFixture<Harness.Browser>
{
    private static readonly string AxeFile = Path.Combine(
        Harness.Repository.Root, "src", "TitleWorkflow.Web", "node_modules", "axe-core", "axe.min.js");

    [SkippableTheory]
    [InlineData(null, "/sign-in /publicity /verify /verify/99040020260140000019")]
    [InlineData("applicant", "/declarations /declarations/new /notices /certificates /account")]
    [InlineData("hr", "/inbox /inbox?view=Done /declarations /publicity/employer /notices")]
    [InlineData("town", "/inbox /inbox?view=Available /declarations /notices")]
    [InlineData("office", "/inbox /meetings /meetings/new /committees /filing")]
    [InlineData("expert1", "/inbox /meetings /ballots")]
    [InlineData("supervisor", "/inbox /meetings /interventions")]
    [InlineData("designer", "/inbox /flows /flows/title-review /instances")]
    [InlineData("admin", "/admin /admin/calendars /instances /interventions /notices")]
    [InlineData("auditor", "/instances /instances?trouble=any /interventions?all=true")]
    public async Task Pages_have_no_serious_accessibility_defect_in_either_language_and_never_scroll_sideways_on_a_phone(
        string? userName, string pages)
    {
        var defects = new List<string>();

        foreach (var language in new[] { "zh-CN", "en" })
        {
            foreach (var width in new[] { 1440, 390 })
            {
                var page = await browser.OpenAsync(userName, language, width);
                foreach (var path in pages.Split(' '))
                {
                    await page.GotoAsync(path);
                    defects.AddRange((await LookAtAsync(page)).Select(d => $"{path} {language} {width}: {d}"));
                }

                await page.Context.CloseAsync();
            }
        }

        Assert.Empty(defects);
    }

    private static async Task<List<string>> LookAtAsync(IPage page)
    {
        var defects = new List<string>();
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
        {
            defects.Add("scrolls sideways");
        }

        if (await page.Locator("h1").CountAsync() != 1)
        {
            defects.Add("has not exactly one h1");
        }

        // Through the debugger, not a script tag: the page's own policy allows no foreign script.
        await page.EvaluateAsync(await File.ReadAllTextAsync(AxeFile));
        var found = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'] })");
        defects.AddRange(found.GetProperty("violations").EnumerateArray()
            .Where(v => v.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(v => $"{v.GetProperty("id").GetString()}: {v.GetProperty("nodes")[0].GetProperty("html").GetString()}"));
        return defects;
    }
}
