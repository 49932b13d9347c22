using System.Text.Json.Nodes;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests;

[Trait("Semantics", "13")]
public sealed class AlterationTests
{
    private readonly EngineHost host = new();

    private async Task<AlterationResult> Alter(string json, bool dryRun = false) =>
        (await host.Engine.AlterAsync(
            new AlterInstance(host.Instance().Id, Alteration.ParseAll(json)) { By = "admin", IsDryRun = dryRun }, CancellationToken.None))!;

    [Trait("Checked", "13 a migrated instance goes on in the target version")]
    [Fact]
    public async Task Migrating_while_waiting_goes_on_in_the_target_version()
    {
        host.With(Flow.Chart("start -> review", "review -Approve-> old"));
        await host.Start();
        host.With(Flow.Chart("start -> prep", "prep -> review", "review -Approve-> young", "young -> young2"), version: 2);

        var result = await Alter("""[{ "type": "Migrate", "targetVersion": 2 }]""");

        Assert.True(result.IsPossible);
        Assert.Equal(2, host.Instance().Version);
        Assert.Equal("start review", host.Order());

        await host.Answer("review");
        Assert.Equal("start review young young2", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task A_dry_run_reports_each_open_activity_and_changes_nothing()
    {
        host.With(Flow.Chart("s -> review1", "s -> review2"));
        await host.Start();
        host.Store.Changes.Clear();
        host.With(Flow.Chart("s -> review1", "s -> review2").Add("review2", "Step"), version: 2);

        var result = await Alter("""[{ "type": "Migrate", "targetVersion": 2 }]""", dryRun: true);

        Assert.False(result.IsPossible);
        var fates = result.OpenActivities.ToDictionary(open => open.NodeId, open => (open.Problem is null, open.SurvivingBookmarks.Count));
        Assert.Equal((true, 1), fates["Workflow1:chart:review1"]);
        Assert.Equal((false, 0), fates["Workflow1:chart:review2"]);
        Assert.Empty(host.Store.Changes);
        Assert.Equal(1, host.Instance().Version);
    }

    [Fact]
    public async Task A_migration_that_would_lose_an_open_activity_is_refused_unless_it_is_mapped()
    {
        host.With(Flow.Chart("start -> review", "review -Approve-> old"));
        await host.Start();
        host.With(Flow.Chart("start -> review2", "review2 -Approve-> young"), version: 2);

        Assert.False((await Alter("""[{ "type": "Migrate", "targetVersion": 2 }]""")).IsPossible);
        Assert.Equal(1, host.Instance().Version);

        var mapped = await Alter("""[{ "type": "Migrate", "targetVersion": 2, "nodeMap": { "Workflow1:chart:review": "Workflow1:chart:review2" } }]""");
        Assert.True(mapped.IsPossible);
        await host.Resume(new ReviewAnswered("review"));

        Assert.Equal("start review young", host.Order());
    }

    [Fact]
    public async Task A_migrated_join_does_not_wait_for_a_branch_that_was_added_behind_its_back()
    {
        host.With(Flow.Chart("s -> review1", "s -> review2", "review1 -Approve-> join", "review2 -Approve-> join"));
        await host.Start();
        await host.Answer("review1");
        host.With(Flow.Chart(
            "s -> review1", "s -> review2", "s -> extra", "extra -> join", "review1 -Approve-> join", "review2 -Approve-> join"), version: 2);

        await Alter("""[{ "type": "Migrate", "targetVersion": 2 }]""");
        await host.Answer("review2");

        Assert.Equal("s review1 review2 join", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Trait("Checked", "13 a modified variable is seen by the next script")]
    [Fact]
    public async Task A_modified_variable_is_seen_by_the_next_script()
    {
        host.With(Flow.Chart("review -Approve-> out").Variable("X", "Int32", "1")
            .Add("out", "Elsa.SetOutput", new { outputName = "Out", outputValue = Flow.Script("variables.X") }));
        await host.Start();

        await Alter("""[{ "type": "ModifyVariable", "variableId": "X", "value": "42" }]""");
        await host.Answer("review");

        Assert.Equal("42", host.Instance().Output["Out"]!.ToJsonString());
    }

    [Fact]
    public async Task An_alteration_is_journalled_with_its_reason()
    {
        host.With(Flow.Chart().Add("review", "Review").Variable("X", "Int32", "1"));
        await host.Start();

        await host.Engine.AlterAsync(
            new AlterInstance(host.Instance().Id, Alteration.ParseAll("""[{ "type": "ModifyVariable", "variableId": "X", "value": 2 }]"""))
            { By = "admin", Reason = "miscounted" },
            CancellationToken.None);

        var entry = host.Store.Journal.Single(line => line.EventName == JournalEvents.Altered);
        Assert.Equal(("admin", "miscounted"), (entry.By, entry.Message));
        Assert.Equal("""{"type":"ModifyVariable","variableId":"X","value":2}""", entry.PayloadJson);
        Assert.Equal(("X", "2"), host.Instance().OpenVariables().Select(open => (open.VariableId, open.Value!.ToJsonString())).Single());
    }

    [Theory]
    [InlineData("""[{ "type": "ModifyVariable", "variableId": "Y", "value": 1 }]""")]
    [InlineData("""[{ "type": "ModifyVariable", "variableId": "X", "value": "many" }]""")]
    [InlineData("""[{ "type": "CancelActivity", "activityId": "nobody" }]""")]
    [InlineData("""[{ "type": "ScheduleActivity", "activityId": "nobody" }]""")]
    [InlineData("""[{ "type": "CancelActivity", "activityId": "review" }, { "type": "Migrate", "targetVersion": 7 }]""")]
    public async Task What_cannot_be_done_as_a_whole_is_not_done_at_all(string json)
    {
        host.With(Flow.Chart().Add("review", "Review").Variable("X", "Int32"));
        await host.Start();
        host.Store.Changes.Clear();

        var result = await Alter(json);

        Assert.NotEmpty(result.Problems);
        Assert.Empty(host.Store.Changes);
        Assert.Empty(host.Tasks.Closed);
    }

    [Trait("Checked", "13 a scheduled activity runs beside what is open")]
    [Fact]
    public async Task Scheduling_an_activity_adds_a_run_of_it_and_leaves_open_bookmarks_alone()
    {
        host.With(Flow.Chart("start -> review"));
        await host.Start();

        await Alter("""[{ "type": "ScheduleActivity", "activityId": "review" }]""");

        Assert.Equal(2, host.Store.StoredBookmarks.Count);
    }

    [Fact]
    public async Task Scheduling_an_open_execution_begins_it_again()
    {
        host.With(Flow.Chart("start -> review"));
        await host.Start();
        var execution = host.Store.StoredBookmarks.Single().ActivityInstanceId;

        await Alter(new JsonArray(new JsonObject { ["type"] = "ScheduleActivity", ["activityInstanceId"] = execution }).ToJsonString());

        Assert.Equal(execution, host.Store.StoredBookmarks.Single().ActivityInstanceId);
        Assert.Equal(["review: The step is executed again."], host.Tasks.Closed);
        Assert.Equal(2, host.Tasks.Opened.Count);
    }

    [Trait("Checked", "13 cancelling the only open activity leaves the instance suspended")]
    [Trait("Deviate", "13 alterations end with the normal status rule")]
    [Fact]
    public async Task Cancelling_the_only_open_activity_finishes_the_instance()
    {
        host.With(Flow.Chart("start -> review"));
        await host.Start();

        await Alter("""[{ "type": "CancelActivity", "activityId": "review" }]""");

        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task An_instance_can_be_cancelled_by_an_alteration()
    {
        host.With(Flow.Chart("start -> review"));
        await host.Start();

        await Alter("""[{ "type": "Cancel", "reason": "test" }]""");

        Assert.Equal(WorkflowSubStatus.Cancelled, host.Instance().SubStatus);
    }
}
