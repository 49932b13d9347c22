using System.Text.Json;
using Microsoft.Playwright;
using TitleWorkflow.Browser.Tests.Harness;

namespace TitleWorkflow.Browser.Tests.Journeys;

/// <summary>
/// A desk apart from the product: makes papers to hand in, and holds a printed paper before a scanner. Draws PDFs with pdf.js
/// and reads QR codes with jsQR.
/// </summary>
internal sealed class Papers
{
    private static readonly string Libraries = Path.Combine(Repository.Root, "src", "TitleWorkflow.Web", "node_modules");

    private readonly IPage page;

    private Papers(IPage page) => this.page = page;

    public static async Task<Papers> LaidOutAsync(Chromium chromium)
    {
        var context = await chromium.NewContextAsync(site: null);

        // Nothing is fetched but the two libraries, which have no server of their own here.
        await context.RouteAsync("**/*", route =>
        {
            var path = new Uri(route.Request.Url).AbsolutePath;

            return path == "/"
                ? route.FulfillAsync(new() { ContentType = "text/html", Body = "<canvas id=paper></canvas>" })
                : route.FulfillAsync(new()
                {
                    Path = Libraries + path,
                    ContentType = path.EndsWith(".mjs", StringComparison.Ordinal) ? "text/javascript" : null,
                });
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync("http://desk.invalid/");
        await page.AddScriptTagAsync(new() { Url = "/jsqr/dist/jsQR.js" });

        return new Papers(page);
    }

    /// <summary>A scanned paper, as far as a reader can tell: one page with these words.</summary>
    public async Task<byte[]> Make(string words)
    {
        var sheet = await page.Context.NewPageAsync();
        await sheet.SetContentAsync($"<h1 style='text-align:center;margin-top:30%'>{words}</h1>");
        var pdf = await sheet.PdfAsync(new() { Format = "A4" });
        await sheet.CloseAsync();

        return pdf;
    }

    /// <summary>What a scanner reads off a printed paper at 200 dots per inch.</summary>
    public async Task<Printed> Scan(byte[] pdf)
    {
        var seen = await page.EvaluateAsync<JsonElement>(
            """
            async base64 => {
              const { GlobalWorkerOptions, getDocument } = await import('/pdfjs-dist/build/pdf.min.mjs');
              GlobalWorkerOptions.workerSrc = '/pdfjs-dist/build/pdf.worker.min.mjs';
              const file = await getDocument({
                data: Uint8Array.from(atob(base64), c => c.charCodeAt(0)),
                cMapUrl: '/pdfjs-dist/cmaps/', cMapPacked: true, standardFontDataUrl: '/pdfjs-dist/standard_fonts/', wasmUrl: '/pdfjs-dist/wasm/',
              }).promise;
              const sheet = await file.getPage(1);
              const viewport = sheet.getViewport({ scale: 200 / 72 });
              const canvas = document.getElementById('paper');
              canvas.width = viewport.width;
              canvas.height = viewport.height;
              await sheet.render({ canvas, viewport }).promise;
              const picture = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              const words = [];
              for (let number = 1; number <= file.numPages; number++) {
                words.push(...(await (await file.getPage(number)).getTextContent()).items.map(item => item.str));
              }

              // Some fonts draw a character and the radical of the same shape with one glyph; a reader makes no difference.
              return {
                pages: file.numPages,
                code: jsQR(picture.data, picture.width, picture.height)?.data ?? '',
                text: words.join('').normalize('NFKC'),
              };
            }
            """,
            Convert.ToBase64String(pdf));

        return new Printed(
            seen.GetProperty("pages").GetInt32(), seen.GetProperty("code").GetString()!, seen.GetProperty("text").GetString()!);
    }
}

/// <param name="Pages">How many sheets.</param>
/// <param name="Code">What the QR code on the first says; empty if there is none that can be read.</param>
/// <param name="Text">The words on all of them.</param>
internal sealed record Printed(int Pages, string Code, string Text);
