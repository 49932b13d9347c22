using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>Longer stretches, for scenarios that begin further on.</summary>
internal sealed partial class Road
{
    private static readonly string[] Readers = ["expert1", "expert2", "expert3"];

    /// <summary>As far as the running publicity at the employer.</summary>
    public static async Task<Road> AtEmployerPublicity(Server server, string applicant = "applicant", Guid? plan = null)
    {
        var road = await Start(server, applicant, plan);
        await road.FillAndSubmit();
        (await road.EmployerPasses()).Done();
        return road;
    }

    /// <summary>As far as the eligibility check, on the first day after the employer's publicity.</summary>
    public static async Task<Road> AtEligibilityCheck(Server server, string applicant = "applicant")
    {
        var road = await AtEmployerPublicity(server, applicant);
        await road.EmployerPublicityEnds();
        await road.GoesUp();
        return road;
    }

    /// <summary>Several declarations, one applicant each, as far as the meeting.</summary>
    public static async Task<IReadOnlyList<Road>> AwaitingMeeting(Server server, int count)
    {
        var roads = await Task.WhenAll(
            Enumerable.Range(1, count).Select(i => AtEmployerPublicity(server, $"applicant-{i:D4}")));
        await roads[0].EmployerPublicityEnds();
        await Task.WhenAll(roads.Select(async road =>
        {
            await road.GoesUp();
            await road.GoesToMeeting();
        }));

        return roads;
    }

    /// <summary>Recommended by the employer, passed by town, district and city.</summary>
    public async Task GoesUp()
    {
        (await EmployerRecommends()).Done();
        foreach (var office in new[] { "town", "district", "city" })
        {
            (await Passes(office)).Done();
        }
    }

    /// <summary>Accepted, assigned to three readers, read by all.</summary>
    public async Task GoesToMeeting()
    {
        (await UnitAccepts()).Done();
        (await OfficeAssigns(Readers)).Done();
        foreach (var expert in Readers)
        {
            (await ExpertWrites(expert)).Done();
        }
    }
}
