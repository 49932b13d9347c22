using Microsoft.Playwright;
using TitleWorkflow.Web.Printing;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>The system's Chromium; every person gets a context of their own in it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// <summary>False where the tests can only say that they did not run.</summary>
    public static bool IsInstalled => InstalledChromium.Program is not null;

    /// <summary>Skips the test where there is no Chromium, and says so; a build server must have one.</summary>
    public static void Require() => Needed.On(IsInstalled, "Chromium is not installed.");

    /// <summary>Starts it.</summary>
    public static async Task<Chromium> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = InstalledChromium.Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });

        return new Chromium(playwright, browser);
    }

    /// <summary>A context without cookies, storage or cache of anybody else.</summary>
    public Task<IBrowserContext> NewContextAsync(Uri? site, string language = "zh-CN", int width = 1440) =>
        browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site?.ToString(),
            Locale = language,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },

            // What is still changing its colour is neither looked at nor waited for.
            ReducedMotion = ReducedMotion.Reduce,
        });

    /// <summary>A page of a browser in which somebody has signed in through the form.</summary>
    internal async Task<IPage> OpenAsync(
        Uri site, string userName, string language = "zh-CN", int width = 1440, float patience = 30_000)
    {
        var context = await NewContextAsync(site, language, width);
        context.SetDefaultTimeout(patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator("input[name='Input.UserName']").FillAsync(userName);
        await page.Locator("input[name='Input.Password']").FillAsync(Server.Password);
        await page.Locator("input[name='Input.Password']").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
