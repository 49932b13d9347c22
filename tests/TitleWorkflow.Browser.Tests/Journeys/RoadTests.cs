using TitleWorkflow.Browser.Tests.Harness;

namespace TitleWorkflow.Browser.Tests.Journeys;

/// <summary>The road of one declaration as those who walk it see it.</summary>
public sealed class RoadTests
{
    [SkippableFact]
    public async Task Pages_alone_lead_one_declaration_from_the_first_form_into_the_meeting_whose_codes_are_drawn()
    {
        Chromium.Require();
        await using var site = await SingleProgram.StartAsync();

        await WalkAsync(site);
    }

    private static async Task WalkAsync(ISite site)
    {
        await using var chromium = await Chromium.LaunchAsync();
        var company = new Company(chromium, site);
        var road = new Road(company, await Papers.LaidOutAsync(chromium));

        try
        {
            await road.Walk();
        }
        catch (Exception failure)
        {
            var complaints = string.Concat(company.Complaints.Select(c => Environment.NewLine + c));
            throw new InvalidOperationException(
                $"The road ended early; what everybody saw is in {await company.Photograph()}.{complaints}", failure);
        }

        Assert.Empty(company.Complaints);
        Assert.Equal(13, company.Count);
    }
}
