using Microsoft.Playwright;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>Looks at one page as people with a keyboard, a screen reader, a dark screen or a phone meet it; one load serves all.</summary>
internal sealed class PageLook(IPage page)
{
    /// <summary>Has to be in the page before it is looked at: as an initial script, for the page's own policy allows no foreign one.</summary>
    public static readonly string AxeFile = Path.Combine(
        Repository.Root, "src", "TitleWorkflow.Web", "node_modules", "axe-core", "axe.min.js");

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

    private const string Violations = """
        async (options) => {
          const found = await axe.run(document, { resultTypes: ['violations'], preload: false, iframes: false, ...options });
          return found.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
            .flatMap(v => v.nodes.map(n => v.id + ': ' + n.html));
        }
        """;

    // A screen on the wall is dark already.
    private const string Theme = """
        ([from, to]) => {
          const root = document.documentElement.dataset;
          const is = root.bsTheme === from;
          if (is) root.bsTheme = to;
          return is;
        }
        """;

    private static readonly string[] AboutWords =
    [
        "aria-command-name", "aria-input-field-name", "aria-toggle-field-name", "button-name", "document-title", "frame-title", "html-has-lang",
        "html-lang-valid", "image-alt", "input-button-name", "label", "link-name", "select-name", "svg-img-alt", "valid-lang",
    ];

    private static readonly object Names = new { runOnly = AboutWords };
    private static readonly object Everything = new { };
    private static readonly object Contrast = new { runOnly = new[] { "color-contrast" } };
    // What a phone shows and a desk does not: menus folded away, parts that scroll by themselves.
    private static readonly object Folded = new { runOnly = (string[])[.. AboutWords, "nested-interactive", "scrollable-region-focusable"] };

    /// <summary>What is wrong with the page as it stands.</summary>
    /// <param name="again">
    /// True where the page has been looked at in another language: other words are read and take other room, but have the same
    /// colours and the same parts.
    /// </param>
    /// <param name="asItComes">
    /// True before anything was done on the page: only then a phone shows parts that a desk does not, and the dark has colours of its
    /// own, for a refusal looks the same on every page.
    /// </param>
    public async Task<IReadOnlyList<string>> DefectsAsync(bool again, bool asItComes)
    {
        var defects = new List<string>();
        await page.SetViewportSizeAsync(Desk, 900);
        defects.AddRange(await OrderAsync());
        defects.AddRange(await ScrollAsync(Desk));
        defects.AddRange(await ViolationsAsync("at a desk", again ? Names : Everything));
        if (!again && asItComes && await page.EvaluateAsync<bool>(Theme, new[] { "light", "dark" }))
        {
            defects.AddRange(await ViolationsAsync("in the dark", Contrast));
            await page.EvaluateAsync<bool>(Theme, new[] { "dark", "light" });
        }

        await page.SetViewportSizeAsync(Phone, 900);
        defects.AddRange(await ScrollAsync(Phone));
        if (!again && asItComes)
        {
            defects.AddRange(await ViolationsAsync("on a phone", Folded));
        }

        return defects;
    }

    private async Task<IEnumerable<string>> OrderAsync()
    {
        var headings = await page.Locator("h1").CountAsync();
        var title = await page.TitleAsync();
        return new[] { headings == 1 ? "" : $"has {headings} h1", title.Length > 0 ? "" : "has no title" }.Where(d => d.Length > 0);
    }

    private async Task<IEnumerable<string>> ScrollAsync(int width) =>
        await page.EvaluateAsync<string?>(Overflow) is { } widest ? [$"scrolls sideways at {width} px: {widest}"] : [];

    // A frame with an origin of its own answers nobody else: each is asked for itself.
    private async Task<IEnumerable<string>> ViolationsAsync(string how, object options)
    {
        var found = await Task.WhenAll(page.Frames.Select(frame => frame.EvaluateAsync<string[]>(Violations, options)));
        return found.SelectMany(f => f).Select(violation => $"{how}, {violation}");
    }
}
