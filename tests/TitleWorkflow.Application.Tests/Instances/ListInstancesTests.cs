using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Declarations;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Instances;

public sealed class ListInstancesTests
{
    [SkippableTheory, Databases]
    public async Task An_instance_is_found_by_number_person_flow_stage_and_state(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var declaration = await HandedIn.Submitted(product);
        var number = await product.ReadAsync(db => db.Declarations.Select(d => d.Number).SingleAsync());
        await product.StartAsync(Flows.Waiting);

        foreach (var query in new ListInstances.Query[]
        {
            new(Number: number), new(Number: number[..4]), new(Person: "方知遥"), new(Person: "方"), new(Flow: "title-review"),
            new(Stage: Stage.Review), new(Number: number, Person: "方", Flow: "title-review", State: ListInstances.State.Running),
        })
        {
            var found = (await product.SendAs("admin", query)).Items;
            Assert.Equal((declaration.ToString(), number, "方知遥"), found.Select(i => (i.Instance, i.Number, i.Person)).Single());
        }

        Assert.Empty((await product.SendAs("admin", new ListInstances.Query(Number: "QT-1999"))).Items);
        Assert.Empty((await product.SendAs("admin", new ListInstances.Query(State: ListInstances.State.Finished))).Items);
        Assert.Equal(2, (await product.SendAs("admin", new ListInstances.Query())).Items.Count);
    }

    [SkippableTheory, Databases]
    public async Task A_designer_sees_flows_without_persons_and_cannot_find_anybody(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await HandedIn.Submitted(product);

        var seen = await product.SendAs("designer", new ListInstances.Query());
        var sought = await product.SendAs("designer", new ListInstances.Query(Person: "方知遥"));

        Assert.Equal((null, false), (seen.Items.Single().Person, seen.SeesPersons));
        Assert.Empty(sought.Items);
    }

    [SkippableTheory, Databases]
    public async Task Whose_a_draft_is_nobody_knows(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await product.SendAs("applicant", new StartDeclaration.Command(DemoCity.Plan));

        Assert.Null((await product.SendAs("admin", new ListInstances.Query())).Items.Single().Person);
        Assert.Empty((await product.SendAs("admin", new ListInstances.Query(Person: "方知遥"))).Items);
        Assert.All(
            (await product.SendAs("admin", new ListJournal.Query((await product.SendAs("admin", new ListInstances.Query())).Items[0].Instance))).Items,
            line => Assert.Null(line.Person));
    }

    [SkippableTheory, Databases]
    public async Task Trouble_is_found_by_its_kind(DatabaseProvider database)
    {
        await using var product = await StuckTests.InTokenModeAsync(database);
        var faulted = await product.StartAsync("""{ "id": "bad", "type": "Elsa.Fault", "version": 1, "message": { "typeName": "String", "expression": { "type": "Literal", "value": "Quota." } } }""");
        var stuck = await product.StartAsync(StuckTests.Merge);
        await product.StartAsync(Flows.Waiting);

        Assert.Equal([faulted], Ids(await product.SendAs("admin", new ListInstances.Query(Trouble: IncidentKind.Fault))));
        Assert.Equal([stuck], Ids(await product.SendAs("admin", new ListInstances.Query(Trouble: IncidentKind.Stuck))));
        Assert.Equal(2, (await product.SendAs("admin", new ListInstances.Query(AnyTrouble: true))).Items.Count);
    }

    [SkippableTheory, Databases]
    public async Task Pages_follow_each_other_without_gap_or_repetition(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        for (var i = 0; i < ListInstances.PageSize + 3; i++)
        {
            await product.StartAsync(Flows.Waiting);
        }

        var first = await product.SendAs("admin", new ListInstances.Query());
        var second = await product.SendAs("admin", new ListInstances.Query(After: first.Next));

        Assert.Equal((ListInstances.PageSize, 3, null), (first.Items.Count, second.Items.Count, second.Next));
        Assert.Equal(ListInstances.PageSize + 3, Ids(first).Concat(Ids(second)).Distinct().Count());
    }

    private static IEnumerable<string> Ids(ListInstances.Result list) => list.Items.Select(i => i.Instance);
}
