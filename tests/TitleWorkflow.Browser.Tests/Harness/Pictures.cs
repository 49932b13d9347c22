using Microsoft.Playwright;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>Pictures of what the tests look at, for people to look at too: only where TITLEWORKFLOW_PICTURES names a folder.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("TITLEWORKFLOW_PICTURES");

    /// <summary>Takes the whole page at a desk's and at a phone's width.</summary>
    public static async Task TakeAsync(IPage page, string name)
    {
        if (Folder is not { Length: > 0 })
        {
            return;
        }

        foreach (var width in new[] { 390, 1280 })
        {
            await page.SetViewportSizeAsync(width, 844);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}-{width}.png"), FullPage = true });
        }
    }
}
