using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Instances;

public sealed class MigrationTests
{
    private const string Why = "补上行业主管部门联审";
    private static readonly Dictionary<string, string> Unmapped = [];

    [SkippableTheory, Databases]
    public async Task A_waiting_case_goes_on_in_the_new_version_and_nothing_is_repeated(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();
        var notices = await product.ReadAsync(db => db.Notices.CountAsync());
        var target = await product.PublishAsync(flow => flow.AddScript("industry", "行业联审", "district", "1"));

        var preview = await product.SendAs("admin", new PreviewMigration.Query(instance, target, Unmapped));
        await product.SendAs("admin", new MigrateInstance.Command(instance, target, Unmapped, preview.Preview, Why));

        Assert.Equal((true, 2), (preview.IsPossible, preview.Target));
        var town = preview.Steps.Single(s => s.Step.Id == "town");
        Assert.Equal(("town", 1, 1), (town.Lands!.Id, town.Waits, town.Survive));
        Assert.Equal(notices, await product.ReadAsync(db => db.Notices.CountAsync()));
        await product.CompleteAsync("town", "town", "Pass");
        var done = await product.ReadAsync(db => db.WorkflowJournal.Where(j => j.EventName == JournalEvents.Completed)
            .OrderBy(j => j.Sequence).Select(j => j.ActivityId).ToListAsync());
        Assert.Equal(["start", "declare", "employerCheck", "employerPublicity", "recommend", "town", "industry"], done);
        Assert.Equal(2, (await product.SendAs("admin", new GetInstance.Query(instance))).Summary.Version);
    }

    [SkippableTheory, Databases]
    public async Task A_preview_changes_nothing(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();
        var target = await product.PublishAsync(flow => flow.AddScript("industry", "行业联审", "district", "1"));
        var before = await product.ReadAsync(db => db.WorkflowInstances.AsNoTracking().SingleAsync());

        await product.SendAs("designer", new PreviewMigration.Query(instance, target, Unmapped));

        var after = await product.ReadAsync(db => db.WorkflowInstances.AsNoTracking().SingleAsync());
        Assert.Equal((before.State, before.VersionId, before.Revision), (after.State, after.VersionId, after.Revision));
    }

    [SkippableTheory, Databases]
    public async Task A_step_without_a_place_is_refused_unless_it_is_mapped_to_one_like_it(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();
        var target = await product.PublishAsync(flow => flow.Rename("town", "street"));
        const string Chart = "Workflow1:flowchart1:";

        var lost = await product.SendAs("admin", new PreviewMigration.Query(instance, target, Unmapped));
        await Refused.With(
            InstanceRules.StepsFound, () => product.SendAs("admin", new MigrateInstance.Command(instance, target, Unmapped, lost.Preview, Why)));

        var town = lost.Steps.Single(s => s.NodeId == Chart + "town");
        Assert.Equal((false, null, 1, 0), (lost.IsPossible, town.Lands, town.Waits, town.Survive));
        Assert.Equal([Chart + "street"], town.Choices.Select(c => c.NodeId));

        // Another task, but not of that kind: that would be a jump.
        var jump = new Dictionary<string, string> { [Chart + "town"] = Chart + "confirm" };
        var wrong = await product.SendAs("admin", new PreviewMigration.Query(instance, target, jump));
        Assert.False(wrong.IsPossible);
        await Refused.With(
            InstanceRules.StepsFound, () => product.SendAs("admin", new MigrateInstance.Command(instance, target, jump, wrong.Preview, Why)));

        var map = new Dictionary<string, string> { [Chart + "town"] = Chart + "street" };
        var mapped = await product.SendAs("admin", new PreviewMigration.Query(instance, target, map));
        await product.SendAs("admin", new MigrateInstance.Command(instance, target, map, mapped.Preview, Why));
        await product.CompleteAsync("town", "town", "Pass");
        Assert.Equal(WorkItemStatus.Open, await product.ReadAsync(
            db => db.WorkItems.Where(w => w.ActivityId == "district").Select(w => w.Status).SingleAsync()));
    }

    [SkippableTheory, Databases]
    public async Task A_step_that_would_lose_an_outcome_has_no_place(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();
        var target = await product.PublishAsync(flow =>
        {
            var chart = flow["root"]!;
            chart["activities"]!.AsArray().Single(a => (string?)a!["id"] == "town")!["outcomes"]!["expression"]!["value"] = """["Pass","Refuse"]""";
            var back = chart["connections"]!.AsArray().Single(
                c => (string?)c!["source"]!["activity"] == "town" && (string?)c["source"]!["port"] == "Return");
            chart["connections"]!.AsArray().Remove(back);
            chart["activities"]!.AsArray().Remove(chart["activities"]!.AsArray().Single(a => (string?)a!["id"] == "correctTown"));
            chart["connections"]!.AsArray().Remove(chart["connections"]!.AsArray().Single(c => (string?)c!["source"]!["activity"] == "correctTown"));
        });

        var preview = await product.SendAs("admin", new PreviewMigration.Query(instance, target, Unmapped));

        Assert.False(preview.IsPossible);
        Assert.Equal(["Return"], preview.Steps.Single(s => s.Step.Id == "town").Lost);
    }

    [SkippableTheory, Databases]
    public async Task What_is_migrated_is_what_was_previewed(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();
        var target = await product.PublishAsync(flow => flow.AddScript("industry", "行业联审", "district", "1"));
        var preview = await product.SendAs("admin", new PreviewMigration.Query(instance, target, Unmapped));
        await product.CompleteAsync("town", "town", "Pass");

        await Refused.With(
            InstanceRules.PreviewCurrent,
            () => product.SendAs("admin", new MigrateInstance.Command(instance, target, Unmapped, preview.Preview, Why)));
    }

    [SkippableTheory, Databases]
    public async Task A_migration_needs_a_reason_and_an_approved_version(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();
        var own = await product.ReadAsync(db => db.WorkflowVersions.Where(v => v.DefinitionId == "title-review").Select(v => v.Id).SingleAsync());

        await Refused.With(
            InstanceRules.TargetApproved, async () => await product.SendAs("admin", new PreviewMigration.Query(instance, own, Unmapped)));
        await Refused.With(
            InterventionRules.ReasonGiven, () => product.SendAs("admin", new MigrateInstance.Command(instance, own, Unmapped, "any", " ")));
    }
}
