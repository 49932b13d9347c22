using Microsoft.Playwright;
using TitleWorkflow.Browser.Tests.Harness;
using TitleWorkflow.Browser.Tests.Journeys;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Browser.Tests;

/// <summary>The minutes of a signed meeting, as the server prints them.</summary>
[Collection(CityCollection.Name)]
public sealed class MinutesTests(City city)
{
    [SkippableFact]
    public async Task The_minutes_of_a_signed_meeting_are_a_pdf_that_says_who_met_where_and_about_whom()
    {
        Chromium.Require();
        await using var chromium = await Chromium.LaunchAsync();
        await using var desk = await city.BrowserOfAsync("office", "zh-CN");
        var papers = await Papers.LaidOutAsync(chromium);
        var office = new Actor("办公室", await desk.NewPageAsync());
        var minutes = (await (await city.As("office")).Get(city.Place("/meetings/{meeting signed}/minutes"))).Done();

        await office.Opens(city.Place("/meetings/{meeting signed}/minutes"));
        var download = await office.Page.RunAndWaitForDownloadAsync(
            () => office.Page.GetByRole(AriaRole.Link, new() { Name = "PDF" }).ClickAsync());
        var file = await File.ReadAllBytesAsync(await download.PathAsync());
        var printed = await papers.Scan(file);

        Assert.Equal("%PDF-"u8.ToArray(), file[..5]);
        Assert.Equal($"minutes-{minutes.Text("heldOn")}.pdf", download.SuggestedFilename);
        Assert.InRange(printed.Pages, 1, 10);
        string[] said =
        [
            "会议纪要", minutes.Text("place"), minutes.Part("presiding").Text("name"),
            .. minutes.Items("cases").Select(c => c.Part("facts").Text("applicant")),
        ];
        Assert.All(said, words => Assert.Contains(Closed(words), Closed(printed.Text), StringComparison.Ordinal));
        Assert.Equal([], office.Complaints);
    }

    // A printer sets blanks by moving on, which a reader sees or not.
    private static string Closed(string words) => words.Replace(" ", "", StringComparison.Ordinal);
}
