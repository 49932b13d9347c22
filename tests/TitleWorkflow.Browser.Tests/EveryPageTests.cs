using Microsoft.Playwright;
using TitleWorkflow.Browser.Tests.Harness;

namespace TitleWorkflow.Browser.Tests;

/// <summary>Every page of the program, with data and with errors shown, as people with a screen reader or a phone meet it.</summary>
[Collection(CityCollection.Name)]
public sealed class EveryPageTests(City city)
{
    private static readonly string AxeFile = Path.Combine(
        Repository.Root, "src", "TitleWorkflow.Web", "node_modules", "axe-core", "axe.min.js");

    [SkippableTheory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task No_page_with_data_or_with_errors_shown_has_a_serious_defect_or_scrolls_sideways_on_a_phone(string language)
    {
        Chromium.Require();
        city.Watch.Begin();
        var defects = new List<string>();

        foreach (var views in Views.All.GroupBy(v => v.User))
        {
            defects.AddRange(await LookAsync(views.Key, [.. views], language));
        }

        Assert.Empty(defects.Distinct());
        Assert.Empty(await city.Watch.UnseenAsync(city.Services, Views.Exempt));
        Assert.Empty(city.Errors);
    }

    private async Task<List<string>> LookAsync(string? user, IReadOnlyList<View> views, string language)
    {
        var defects = new List<string>();
        var axe = await File.ReadAllTextAsync(AxeFile);
        await using var context = await city.BrowserOfAsync(user, language);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        foreach (var (index, view) in views.Index())
        {
            try
            {
                await page.GotoAsync(city.Place(view.Path), new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
                await (view.Act?.Invoke(page, city) ?? Task.CompletedTask);
                await Pictures.TakeAsync(page, $"{user ?? "public"}-{index:D2}-{language}");
                defects.AddRange((await new PageLook(page, axe).DefectsAsync()).Select(d => $"{view}: {d}"));
            }
            catch (Exception trouble) when (trouble is PlaywrightException or TimeoutException)
            {
                defects.Add($"{view}: {trouble.Message}");
            }
        }

        return defects;
    }
}
