using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Tests.Instances;
using TitleWorkflow.Application.Workflows.Simulation;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Workflows;

public sealed class SimulationTests
{
    private const string Flow = "title-review";

    [SkippableTheory, Databases]
    public async Task Every_outcome_of_the_shipped_flow_is_walked_once_and_comes_to_an_end(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);

        var simulation = await product.SendAs("designer", new SimulateFlow.Query(Flow));

        Assert.Empty(simulation.Errors);
        Assert.Empty(simulation.Replays);
        Assert.All(simulation.Roads, road => Assert.Equal(RoadEnding.Finished, road.Ending));
        var straight = simulation.Roads[0];
        Assert.Empty(straight.Choices);
        Assert.Equal(
            [
                "start", "declare", "employerCheck", "employerPublicity", "recommend", "town", "district", "city", "province", "eligibility",
                "accept", "assignGroup", "groupReview", "ballot", "signPassed", "postResult", "resultPublicity", "confirm",
                "certificate", "done",
            ],
            straight.Steps.Select(s => s.Id));
        Assert.Equal(
            [
                "employerCheck:Return", "employerCheck:Refuse", "employerPublicity:Withdrawn", "recommend:Refuse", "town:Return", "town:Refuse",
                "district:Return", "district:Refuse", "city:Return", "city:Refuse",
                "province:Return", "province:Refuse", "eligibility:Supplement", "eligibility:Refuse",
                "ballot:NotPassed", "ballot:OverCap", "resultPublicity:Withdrawn", "supplement:Lapsed", "reexamination:Upheld",
            ],
            simulation.Roads.Skip(1).Select(r => $"{r.Choices[^1].Step.Id}:{r.Choices[^1].Outcome}"));

        // No case has been anywhere yet, so each step takes the time the flow allows it.
        Assert.Equal(5 + 5 + 5 + 5 + 5 + 5 + 10 + 5 + 3 + 10, straight.Days);
    }

    [SkippableTheory, Databases]
    public async Task A_finished_case_is_replayed_with_the_decisions_recorded_for_it(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await RefusedByTheTownAsync(product);
        await product.PublishAsync(flow => flow.AddTask("industry", "行业联审", into: "town"));

        var same = (await product.SendAs("designer", new SimulateFlow.Query(Flow, Number: 1))).Replays.Single();
        var changed = (await product.SendAs("designer", new SimulateFlow.Query(Flow, Number: 2))).Replays.Single();

        Assert.True(same.IsSame);
        Assert.Equal(("refused", "refused", 1), (same.Ended!.Id, same.WouldEnd!.Id, same.Version));
        Assert.Empty(same.Assumed);
        Assert.False(changed.IsSame);
        Assert.Equal("refused", changed.WouldEnd!.Id);
        Assert.Equal("行业联审", Assert.Single(changed.More).Text);
        Assert.Equal("industry", Assert.Single(changed.Assumed).Id);
        Assert.Empty(changed.Fewer);
    }

    [SkippableTheory, Databases]
    public async Task A_step_that_is_gone_is_missed_and_its_decision_is_not_needed(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await RefusedByTheTownAsync(product);
        await product.PublishAsync(flow => flow.Bypass("town", to: "district"));

        var replay = (await product.SendAs("designer", new SimulateFlow.Query(Flow))).Replays.Single();

        Assert.Equal(["town", "refused"], replay.Fewer.Select(s => s.Id));
        Assert.Equal("done", replay.WouldEnd!.Id);
        Assert.Contains("district", replay.Assumed.Select(s => s.Id));
    }

    [SkippableTheory, Databases]
    public async Task A_rehearsal_writes_nothing_and_tells_nobody(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await RefusedByTheTownAsync(product);
        var before = await CountsAsync(product);

        await product.SendAs("designer", new SimulateFlow.Query(Flow));

        Assert.Equal(before, await CountsAsync(product));
    }

    private static async Task RefusedByTheTownAsync(Product product)
    {
        await product.AtTheTownAsync();
        await product.CompleteAsync("town", "town", "Refuse", "单位不在本辖区");
    }

    private static Task<(int, int, int, int, int)> CountsAsync(Product product) => product.ReadAsync(async db => (
        await db.WorkflowInstances.CountAsync(),
        await db.WorkflowJournal.CountAsync(),
        await db.WorkItems.CountAsync(),
        await db.Notices.CountAsync(),
        await db.Audit.CountAsync()));
}
