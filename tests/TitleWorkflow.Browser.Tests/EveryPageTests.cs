using System.Collections.Concurrent;
using Microsoft.Playwright;
using TitleWorkflow.Browser.Tests.Harness;

namespace TitleWorkflow.Browser.Tests;

/// <summary>Every page of the program, with data and with errors shown, as people with a screen reader or a phone meet it.</summary>
[Collection(CityCollection.Name)]
public sealed class EveryPageTests(City city)
{
    // One looks while the server answers the other; more would only wait for each other.
    private const int Browsers = 2;

    [SkippableFact]
    public async Task No_page_with_data_or_with_errors_shown_has_a_serious_defect_or_scrolls_sideways_on_a_phone()
    {
        Chromium.Require();
        city.Watch.Begin();

        var defects = await DefectsAsync(Views.All, "zh-CN");

        var unseen = await city.Watch.UnseenAsync(city.Services, Views.Exempt);
        None(defects.Concat(unseen.Select(page => $"{page}: no view shows it")));
        Assert.Equal([], city.Errors);
    }

    // Other words are read and take other room; colours, parts and what can be done are the same.
    [SkippableFact]
    public async Task In_English_every_part_has_a_name_too_and_no_page_scrolls_sideways()
    {
        Chromium.Require();

        None(await DefectsAsync(Views.All.Where(v => v.Act is null), "en"));
        Assert.Equal([], city.Errors);
    }

    // All of them in one message: what is wrong with many pages is mended at once.
    private static void None(IEnumerable<string> defects) => Assert.True(!defects.Any(), string.Join('\n', defects));

    private async Task<IEnumerable<string>> DefectsAsync(IEnumerable<View> views, string language)
    {
        var people = new ConcurrentQueue<IGrouping<string?, View>>(views.GroupBy(v => v.User).OrderByDescending(own => own.Count()));
        var defects = new ConcurrentQueue<string>();
        await Task.WhenAll(Enumerable.Range(0, Browsers).Select(_ => LookAsync(people, language, defects)));
        return defects.Distinct();
    }

    // One browser for one person after the other: what pages have in common is fetched once.
    private async Task LookAsync(ConcurrentQueue<IGrouping<string?, View>> people, string language, ConcurrentQueue<string> defects)
    {
        await using var context = await city.BrowserOfAsync(null, language);
        await context.AddInitScriptAsync(scriptPath: PageLook.AxeFile);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        var look = new PageLook(page);
        while (people.TryDequeue(out var person))
        {
            await city.SignInAsync(context, person.Key);
            foreach (var view in person)
            {
                foreach (var defect in await DefectsAsync(view, language, page, look))
                {
                    defects.Enqueue($"{view}: {defect}");
                }
            }
        }
    }

    private async Task<IReadOnlyList<string>> DefectsAsync(View view, string language, IPage page, PageLook look)
    {
        var again = language != "zh-CN";
        try
        {
            await page.UnrouteAllAsync();
            if (view.Without is { } unwanted)
            {
                await page.RouteAsync(unwanted, route => route.AbortAsync());
            }

            await page.GotoAsync(city.Place(view.Path), new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
            await (view.Act?.Invoke(page, city) ?? Task.CompletedTask);
            var defects = await look.DefectsAsync(again, asItComes: view.Act is null);
            await Pictures.TakeAsync(page, again ? null : view.Picture);
            return defects;
        }
        catch (Exception trouble) when (trouble is PlaywrightException or TimeoutException)
        {
            return [trouble.Message];
        }
    }
}
