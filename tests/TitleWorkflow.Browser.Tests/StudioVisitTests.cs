using System.Diagnostics;
using Microsoft.Playwright;
using TitleWorkflow.Browser.Tests.Harness;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace TitleWorkflow.Browser.Tests;

/// <summary>How long the designer's program takes to arrive, and what it costs.</summary>
public sealed class StudioVisitTests(DesignerSite site, ITestOutputHelper output) : IClassFixture<DesignerSite>
{
    private const long Allowed = 60 * 1024;

    [SkippableFact]
    public async Task The_flows_picture_is_there_at_once_and_a_second_visit_fetches_hardly_anything()
    {
        var page = await site.OpenAsync("auditor");
        var wire = await Wire.TapAsync(page);

        var first = await VisitAsync(page, wire, "first visit");
        var second = await VisitAsync(page, wire, "second visit");

        Assert.InRange(first.Where(a => IsFile(a.Url)).Sum(a => a.Bytes), 1, 12_000_000);
        Assert.Equal(
            [],
            second.Where(a => IsFile(a.Url) && !a.IsCached && a.Status is not (0 or 304)).Select(a => $"{a.Status} {a.Url}: {a.Bytes} bytes"));
        var heaviest = second.OrderByDescending(a => a.Bytes).Take(12).Select(a => $"{a.Bytes} {a.Status} {a.Url}");
        Assert.True(second.Sum(a => a.Bytes) <= Allowed, string.Join('\n', heaviest));
    }

    private async Task<IReadOnlyList<Wire.Answer>> VisitAsync(IPage page, Wire wire, string name)
    {
        wire.Clear();
        var clock = Stopwatch.StartNew();
        await page.GotoAsync("/flows/title-review/design", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await Expect(page.Locator("#board-cover svg.zp-flow")).ToBeVisibleAsync();
        await Expect(page.Locator("#board-progress")).ToBeVisibleAsync();
        var picture = clock.Elapsed;
        await new Studio(page).ShowsAsync(32);
        await Expect(page.Locator("#board-cover")).ToBeHiddenAsync();
        var drawing = clock.Elapsed;

        var files = wire.Answers.Where(a => IsFile(a.Url)).ToList();
        output.WriteLine(
            $"{name}: own picture after {picture.TotalSeconds:0.0} s, designer after {drawing.TotalSeconds:0.0} s; "
            + $"{wire.Answers.Count} answers, {wire.Bytes / 1024.0:0.0} KB over the wire, of which "
            + $"{files.Count} files with {files.Sum(f => f.Bytes) / 1024.0:0.0} KB");
        return [.. wire.Answers];
    }

    private static bool IsFile(string url) =>
        !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal)
        && !url.Contains("/elsa/api/", StringComparison.Ordinal) && !url.Contains("/studio/frame", StringComparison.Ordinal)
        && !url.Contains("/flows/", StringComparison.Ordinal);
}
