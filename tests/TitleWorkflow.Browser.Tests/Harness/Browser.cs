using Microsoft.Playwright;
using TitleWorkflow.CrashDrill;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>The built program in a process of its own, and Chromium to look at it. Shared by a test class.</summary>
public sealed class Browser : IAsyncLifetime, IAsyncDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("title-browser-").FullName;
    private Chromium? chromium;
    private ServerProcess? server;

    /// <summary>Starts both; without Chromium nothing, so that tests can say that they were skipped.</summary>
    public async Task InitializeAsync()
    {
        if (!Chromium.IsInstalled)
        {
            return;
        }

        server = new ServerProcess(data);
        await server.StartAsync(CancellationToken.None);
        chromium = await Chromium.LaunchAsync();
    }

    /// <summary>A browser context of one person's own; <paramref name="userName"/> null for the public.</summary>
    public async Task<IPage> OpenAsync(string? userName, string language, int width)
    {
        Chromium.Require();
        var context = await chromium!.NewContextAsync(server!.Address, language, width);
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

        if (server is not null)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(data, recursive: true);
    }

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());
}
