using System.Text.Json;
using Microsoft.Playwright;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>Looks at one page as people with a keyboard, a screen reader, a dark screen or a phone meet it; one load serves all.</summary>
internal sealed class PageLook(IPage page, string axe)
{
    private const int Desk = 1280;
    private const int Phone = 390;

    private const string Overflow = """
        () => {
          const edge = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= edge) return null;
          const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > edge + 1);
          return wide.length ? wide.at(-1).outerHTML.slice(0, 160) : document.documentElement.scrollWidth + ' px';
        }
        """;

    /// <summary>What is wrong with the page as it stands.</summary>
    public async Task<IReadOnlyList<string>> DefectsAsync()
    {
        var defects = new List<string>();
        await SizeAsync(Desk);

        // Through the debugger, not a script tag: the page's own policy allows no foreign script.
        await page.EvaluateAsync(axe);
        defects.AddRange(await OrderAsync());
        defects.AddRange(await ScrollAsync(Desk));
        defects.AddRange(await ViolationsAsync("at a desk", "{}"));
        if (await ThemeAsync("light", "dark"))
        {
            defects.AddRange(await ViolationsAsync("in the dark", "{ runOnly: ['color-contrast'] }"));
            await ThemeAsync("dark", "light");
        }

        await SizeAsync(Phone);
        defects.AddRange(await ScrollAsync(Phone));
        defects.AddRange(await ViolationsAsync("on a phone", "{}"));
        return defects;
    }

    private Task SizeAsync(int width) => page.SetViewportSizeAsync(width, 900);

    private async Task<IEnumerable<string>> OrderAsync()
    {
        var headings = await page.Locator("h1").CountAsync();
        var title = await page.TitleAsync();
        return new[] { headings == 1 ? "" : $"has {headings} h1", title.Length > 0 ? "" : "has no title" }.Where(d => d.Length > 0);
    }

    private async Task<IEnumerable<string>> ScrollAsync(int width) =>
        await page.EvaluateAsync<string?>(Overflow) is { } widest ? [$"scrolls sideways at {width} px: {widest}"] : [];

    // A screen on the wall is dark already.
    private Task<bool> ThemeAsync(string from, string to) => page.EvaluateAsync<bool>(
        "([from, to]) => { const root = document.documentElement.dataset; const is = root.bsTheme === from; if (is) root.bsTheme = to; return is; }",
        new[] { from, to });

    private async Task<IEnumerable<string>> ViolationsAsync(string how, string options)
    {
        var found = await page.EvaluateAsync<JsonElement>($"axe.run(document, {{ resultTypes: ['violations'], ...{options} }})");
        return found.GetProperty("violations").EnumerateArray()
            .Where(v => v.GetProperty("impact").GetString() is "serious" or "critical")
            .SelectMany(v => v.GetProperty("nodes").EnumerateArray()
                .Select(n => $"{how}, {v.GetProperty("id").GetString()}: {n.GetProperty("html").GetString()}"));
    }
}
