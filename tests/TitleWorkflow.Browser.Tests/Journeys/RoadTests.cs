using TitleWorkflow.Browser.Tests.Harness;

namespace TitleWorkflow.Browser.Tests.Journeys;

/// <summary>The whole road of one declaration as those who walk it see it.</summary>
public sealed class RoadTests
{
    [SkippableFact]
    public async Task Pages_alone_lead_one_declaration_from_the_first_form_to_a_certificate_that_a_stranger_finds_valid()
    {
        Chromium.Require();
        await using var site = await SingleProgram.StartAsync();

        await WalkAsync(site);
    }

    [SkippableFact]
    public async Task The_same_road_leads_over_two_nodes_behind_nginx_that_take_turns_and_stays_open_when_one_dies()
    {
        Chromium.Require();
        TwoNodes.Require();
        await using var site = await TwoNodes.StartAsync();

        await WalkAsync(site, site.LoseOneAsync);
    }

    private static async Task WalkAsync(ISite site, Func<Task>? misfortune = null)
    {
        await using var chromium = await Chromium.LaunchAsync();
        var company = new Company(chromium, site);
        var road = new Road(company, await Papers.LaidOutAsync(chromium));

        try
        {
            await road.Walk();
            if (misfortune is not null)
            {
                await misfortune();
                await road.StillOpen();
            }
        }
        catch (Exception failure)
        {
            var complaints = string.Concat(company.Complaints.Select(c => Environment.NewLine + c));
            throw new InvalidOperationException(
                $"The road ended early; what everybody saw is in {await company.Photograph()}.{complaints}", failure);
        }

        Assert.Empty(company.Complaints);
        Assert.Equal(22, company.Count);
    }
}
