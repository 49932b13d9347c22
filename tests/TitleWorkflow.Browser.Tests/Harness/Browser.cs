using Microsoft.Playwright;
using TitleWorkflow.CrashDrill;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>The built program in a process of its own, and Chromium to look at it. Shared by a test class.</summary>
public sealed class Browser : IAsyncLifetime, IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly string data = Directory.CreateTempSubdirectory("title-browser-").FullName;
    private IPlaywright? playwright;
    private IBrowser? chromium;
    private ServerProcess? server;

    /// <summary>Starts both; without Chromium nothing, so that tests can say that they were skipped.</summary>
    public async Task InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        server = new ServerProcess(new DrillOptions { Declarations = 0 }, data);
        await server.StartAsync(CancellationToken.None);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A browser context of one person's own; <paramref name="userName"/> null for the public.</summary>
    public async Task<IPage> OpenAsync(string? userName, string language, int width)
    {
        Skip.If(
            chromium is null && Environment.GetEnvironmentVariable("CI") != "true",
            "Chromium is not installed at /usr/bin/chromium: the browser tests did not run.");
        var context = await chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server!.Address.ToString(),
            Locale = language,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        var page = await context.NewPageAsync();
        if (userName is not null)
        {
            await page.GotoAsync("/sign-in");

            // Some accounts are folded away; a click on the button itself needs no unfolding.
            await page.Locator($"button[value='{userName}']").DispatchEventAsync("click");
            await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        }

        return page;
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(data, recursive: true);
    }

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());
}
