using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Instances;

public sealed class MigrateCasesTests
{
    private const string Flow = "title-review";
    private const string Why = "行业主管部门要求联审";

    [SkippableTheory, Databases]
    public async Task Chosen_cases_go_on_in_the_version_in_force_and_can_be_taken_back_until_they_move(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();
        await product.PublishAsync(flow => flow.AddScript("industry", "行业联审", "district", "1"));
        var notices = await product.ReadAsync(db => db.Notices.CountAsync());

        var list = await product.SendAs("designer", new ListMovableCases.Query(Flow));
        var listed = Assert.Single(list.Cases);
        Assert.Equal((2, instance, 1, true), (list.Target, listed.Instance, listed.Version, listed.Preview.IsPossible));
        Assert.Equal("town", listed.Preview.Steps.Single(s => s.Waits > 0).Lands!.Id);

        var moved = await product.SendAs("designer", Move(list, listed.Preview.Preview));
        Assert.Equal([instance], moved.Moved);
        Assert.Equal((2, 1), await VersionsAsync(product, instance));
        Assert.Empty((await product.SendAs("designer", new ListMovableCases.Query(Flow))).Cases);

        await product.SendAs("designer", new UndoMigration.Command(instance, "选错了件"));
        Assert.Equal(1, (await VersionsAsync(product, instance)).Version);
        Assert.Equal(notices, await product.ReadAsync(db => db.Notices.CountAsync()));

        // What was taken back waits where it waited, and goes the old road.
        await product.CompleteAsync("town", "town", "Pass");
        Assert.Equal(1, await product.ReadAsync(db => db.WorkItems
            .CountAsync(w => w.ActivityId == "district" && w.Status == WorkItemStatus.Open)));
        Assert.Equal(0, await product.ReadAsync(db => db.WorkflowJournal.CountAsync(j => j.ActivityId == "industry")));
    }

    [SkippableTheory, Databases]
    public async Task Once_the_case_has_moved_the_migration_stays(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();
        await product.PublishAsync(flow => flow.AddScript("industry", "行业联审", "district", "1"));
        var list = await product.SendAs("designer", new ListMovableCases.Query(Flow));
        await product.SendAs("designer", Move(list, list.Cases[0].Preview.Preview));
        await product.CompleteAsync("town", "town", "Pass");

        await Refused.With(InstanceRules.NothingMoved, () => product.SendAs("designer", new UndoMigration.Command(instance, Why)));

        Assert.Equal((2, null), await VersionsAsync(product, instance));
    }

    [SkippableTheory, Databases]
    public async Task A_case_that_never_migrated_has_nothing_to_take_back(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();

        await Refused.With(InstanceRules.NothingMoved, () => product.SendAs("designer", new UndoMigration.Command(instance, Why)));
        await Refused.With(InterventionRules.ReasonGiven, () => product.SendAs("designer", new UndoMigration.Command(instance, " ")));
    }

    [SkippableTheory, Databases]
    public async Task A_case_that_has_moved_since_it_was_listed_stays_where_it_is(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();
        await product.PublishAsync(flow => flow.AddScript("industry", "行业联审", "district", "1"));
        var list = await product.SendAs("designer", new ListMovableCases.Query(Flow));
        await product.CompleteAsync("town", "town", "Pass");

        await Refused.With(
            InstanceRules.PreviewCurrent, () => product.SendAs("designer", Move(list, list.Cases[0].Preview.Preview)));

        Assert.Equal((1, null), await VersionsAsync(product, instance));
    }

    [SkippableTheory, Databases]
    public async Task A_case_without_a_place_in_the_target_is_listed_as_such(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await product.AtTheTownAsync();
        await product.PublishAsync(flow => flow.Rename("town", "street"));

        var listed = Assert.Single((await product.SendAs("designer", new ListMovableCases.Query(Flow))).Cases);

        Assert.False(listed.Preview.IsPossible);
        Assert.Null(listed.Preview.Steps.Single(s => s.Step.Id == "town").Lands);
    }

    private static MigrateCases.Command Move(ListMovableCases.Result list, string preview) =>
        new(Flow, list.TargetId, [new MigrateCases.Case(list.Cases[0].Instance, preview)], Why);

    private static async Task<(int Version, int? Back)> VersionsAsync(Product product, string instance)
    {
        var seen = await product.SendAs("designer", new GetInstance.Query(instance));
        return (seen.Summary.Version, seen.Back);
    }
}
