using Microsoft.Playwright;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>A picture of a page for the README, at a size that shows all of it.</summary>
internal sealed record Picture(string Name, int Width, int Height);

/// <summary>Takes the README's pictures again from pages as they are: only where TITLEWORKFLOW_PICTURES names their folder.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("TITLEWORKFLOW_PICTURES");

    public static async Task TakeAsync(IPage page, Picture? picture)
    {
        if (Folder is { Length: > 0 } && picture is not null)
        {
            await page.SetViewportSizeAsync(picture.Width, picture.Height);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, picture.Name + ".png") });
        }
    }
}
