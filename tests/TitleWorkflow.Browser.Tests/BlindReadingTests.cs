using TitleWorkflow.Browser.Tests.Harness;
using TitleWorkflow.Web.Tests.Assessments;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Browser.Tests;

/// <summary>A plan that is read blind, with a dossier at its readers and a draft, and a browser.</summary>
public sealed class BlindSite : BlindReadingServer
{
    private Chromium? chromium;

    /// <summary>A draft under the same plan.</summary>
    internal string Draft { get; private set; } = "";

    protected override bool Listens => true;

    protected override int MoreApplicants => 1;

    /// <summary>Nothing where no browser would look at it.</summary>
    public override async Task InitializeAsync()
    {
        if (Chromium.IsInstalled)
        {
            await base.InitializeAsync();
            Draft = (await Road.Start(this, "applicant-0001")).Declaration;
            chromium = await Chromium.LaunchAsync();
        }
    }

    /// <summary>Ends the browser too.</summary>
    public override async Task DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
            await base.DisposeAsync();
        }
    }

    /// <summary>What is wrong with pages as somebody sees them, and what they say, in one language.</summary>
    internal async Task<(IReadOnlyList<string> Defects, string Text)> LookAsync(string userName, string language, params string[] addresses)
    {
        var page = await chromium!.OpenAsync(Address, userName, language);
        await page.Context.AddInitScriptAsync(scriptPath: PageLook.AxeFile);
        var (defects, texts) = (new List<string>(), new List<string>());
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            texts.Add(await page.Locator("body").InnerTextAsync());
            defects.AddRange(await new PageLook(page).DefectsAsync(again: false, asItComes: true));
        }

        await page.Context.CloseAsync();
        return (defects, string.Join('\n', texts));
    }
}

/// <summary>Who reads blind sees whose turn it is and no name; who writes is asked for copies that name nobody.</summary>
public sealed class BlindReadingTests(BlindSite site) : IClassFixture<BlindSite>
{
    [SkippableTheory]
    [InlineData("zh-CN", "盲评", "这份是盲评版")]
    [InlineData("en", "Blind reading", "This is a blind copy")]
    public async Task Readers_are_told_that_they_read_blind_and_applicants_what_to_hand_in(string language, string reading, string copy)
    {
        Chromium.Require();
        var task = (await site.Road.TaskOf("expert1", "expert-opinion"))!;

        var reader = await site.LookAsync(
            "expert1", language, "/inbox", $"/work-items/{task["workItem"]}", $"/declarations/{site.Road.Declaration}");
        var writer = await site.LookAsync("applicant-0001", language, $"/declarations/{site.Draft}/fill/projects");

        Assert.Equal([], reader.Defects.Concat(writer.Defects));
        Assert.Contains(reading, reader.Text, StringComparison.Ordinal);
        Assert.Contains($"{task["number"]}", reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(BlindReadingServer.Applicant, reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("远岫", reader.Text, StringComparison.Ordinal);
        Assert.Contains(copy, writer.Text, StringComparison.Ordinal);
    }
}
