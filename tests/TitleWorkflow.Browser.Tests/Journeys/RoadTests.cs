using TitleWorkflow.Browser.Tests.Harness;

namespace TitleWorkflow.Browser.Tests.Journeys;

/// <summary>The whole road of one declaration as those who walk it see it.</summary>
public sealed class RoadTests
{
    /// <summary>
    /// Two nodes behind nginx take turns, and the site stays open when one dies; where nginx or PostgreSQL is missing, one
    /// program on SQLite answers everybody.
    /// </summary>
    [SkippableFact]
    public async Task Pages_alone_lead_one_declaration_from_the_first_form_to_a_certificate_that_a_stranger_finds_valid()
    {
        Chromium.Require();
        if (TwoNodes.ArePossible)
        {
            await using var nodes = await TwoNodes.StartAsync();
            await WalkAsync(nodes, nodes.LoseOneAsync);
        }
        else
        {
            await using var program = await SingleProgram.StartAsync();
            await WalkAsync(program);
        }
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
