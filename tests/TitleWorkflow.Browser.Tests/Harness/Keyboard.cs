using System.Text.Json;
using Microsoft.Playwright;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>Hands that have a keyboard and nothing else.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostStops = 200;

    // A radio group is one stop; what is hidden, disabled or inside a closed fold is none.
    private const string Reachable = """
        () => {
          const seen = new Set();
          const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex="0"]')]
            .filter(e => !e.disabled && e.checkVisibility({ visibilityProperty: true }))
            .filter(e => e.type !== 'radio' || !seen.has(e.name) && seen.add(e.name));
          stops.forEach((e, i) => e.dataset.stop = i);
          return stops.map(e => e.outerHTML.slice(0, 120));
        }
        """;

    private const string Here = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return null;
          const ringed = [e, e.parentElement, e.parentElement?.parentElement].some(x =>
            x && getComputedStyle(x).outlineStyle !== 'none' && parseFloat(getComputedStyle(x).outlineWidth) >= 2);
          const box = e.getBoundingClientRect();
          const group = e.type === 'radio' ? [...document.getElementsByName(e.name)].find(r => r.dataset.stop) : null;
          return {
            html: e.outerHTML.slice(0, 120), stop: Number((group ?? e).dataset.stop ?? -1), ringed,
            seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
          };
        }
        """;

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Tabs on until the element has the focus.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var i = 0; i < MostStops; i++)
        {
            if (await HasFocusAsync(selector))
            {
                return;
            }

            await PressAsync("Tab");
        }

        Assert.Fail($"{selector} is not reached by the keyboard on {page.Url}");
    }

    public Task<bool> HasFocusAsync(string selector) =>
        page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector);

    /// <summary>Tabs through the whole page, and tells what cannot be reached, is out of order, or does not show the focus.</summary>
    public async Task<IReadOnlyList<string>> WalkAsync()
    {
        var stops = await page.EvaluateAsync<string[]>(Reachable);
        var visited = new List<int>();
        var defects = new List<string>();
        for (var i = 0; i < MostStops; i++)
        {
            await PressAsync("Tab");
            if (await page.EvaluateAsync<JsonElement?>(Here) is not { ValueKind: JsonValueKind.Object } here)
            {
                break;
            }

            var (html, stop) = (here.GetProperty("html").GetString(), here.GetProperty("stop").GetInt32());
            if (visited.Count > 0 && stop == visited[0])
            {
                break;
            }

            Note(!here.GetProperty("ringed").GetBoolean(), $"does not show the focus: {html}");
            Note(!here.GetProperty("seen").GetBoolean(), $"has the focus out of sight: {html}");
            Note(visited.Count > 0 && stop < visited[^1], $"comes out of order: {html}");
            visited.Add(stop);
        }

        defects.AddRange(Enumerable.Range(0, stops.Length).Except(visited).Select(s => $"is not reached: {stops[s]}"));
        return defects;

        void Note(bool wrong, string what)
        {
            if (wrong)
            {
                defects.Add(what);
            }
        }
    }
}
