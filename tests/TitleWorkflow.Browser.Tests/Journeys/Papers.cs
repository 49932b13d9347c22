using Microsoft.Playwright;
using TitleWorkflow.Browser.Tests.Harness;

namespace TitleWorkflow.Browser.Tests.Journeys;

/// <summary>A desk apart from the product, where papers to hand in are made.</summary>
internal sealed class Papers
{
    private readonly IBrowserContext desk;

    private Papers(IBrowserContext desk) => this.desk = desk;

    public static async Task<Papers> LaidOutAsync(Chromium chromium) => new(await chromium.NewContextAsync(site: null));

    /// <summary>A scanned paper, as far as a reader can tell: one page with these words.</summary>
    public async Task<byte[]> Make(string words)
    {
        var sheet = await desk.NewPageAsync();
        await sheet.SetContentAsync($"<h1 style='text-align:center;margin-top:30%'>{words}</h1>");
        var pdf = await sheet.PdfAsync(new() { Format = "A4" });
        await sheet.CloseAsync();

        return pdf;
    }
}
