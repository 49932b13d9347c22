using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Tests.Operation;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Operation;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Tests.Workflows;

/// <summary>The clock of these tests stands at 9:00 on a Monday in China.</summary>
public sealed class TriggerTests
{
    private const string EveryDayAtTen = "0 10 * * *";

    [SkippableTheory, Databases]
    public async Task A_published_flow_starts_when_the_event_it_names_happens(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        await PublishAsync(product, 1, SmallFlow.StartsOn("papers-arrived"));

        await product.SendAs("admin", new ReceiveMessage.Command("papers-arrived"));
        await product.DoDueWorkAsync();

        Assert.Equal(["Finished/Finished"], await StatesAsync(product));
    }

    [SkippableTheory, Databases]
    public async Task A_draft_starts_nothing(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        await StoreAsync(product, 1, SmallFlow.StartsOn("papers-arrived"));

        await product.SendAs("admin", new ReceiveMessage.Command("papers-arrived"));
        await product.DoDueWorkAsync();

        Assert.Empty(await StatesAsync(product));
    }

    [SkippableTheory, Databases]
    public async Task A_flow_starts_at_each_moment_of_its_cron_expression(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        await PublishAsync(product, 1, SmallFlow.StartsAt(EveryDayAtTen));
        Assert.Equal(0, await product.DoDueWorkAsync());

        product.Clock.MoveTo(product.Clock.GetUtcNow().AddHours(1));
        await product.DoDueWorkAsync();
        Assert.Equal(["Running/Suspended"], await StatesAsync(product));

        product.Clock.MoveTo(product.Clock.GetUtcNow().AddDays(1));
        await product.DoDueWorkAsync();
        Assert.Equal(["Finished/Finished", "Running/Suspended"], await StatesAsync(product));
    }

    [SkippableTheory, Databases]
    public async Task After_a_downtime_of_many_moments_two_nodes_start_one_instance(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        await PublishAsync(product, 1, SmallFlow.StartsAt(EveryDayAtTen));
        product.Clock.MoveTo(product.Clock.GetUtcNow().AddDays(30));
        await using var other = product.AnotherNode();

        await Task.WhenAll(product.DoDueWorkAsync(), other.DoDueWorkAsync());

        Assert.Single(await StatesAsync(product));
        var next = await product.ReadAsync(db => db.WorkflowTriggers.Select(t => t.DueAt).SingleAsync());
        Assert.Equal(new DateTimeOffset(2022, 8, 17, 10, 0, 0, TimeSpan.FromHours(8)), next);
    }

    [SkippableTheory, Databases]
    public async Task A_flow_of_which_one_instance_may_run_is_not_started_while_it_does(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        await PublishAsync(product, 1, SmallFlow.StartsAt("0,30 10 * * *", single: true));
        product.Clock.MoveTo(product.Clock.GetUtcNow().AddMinutes(60));
        await product.DoDueWorkAsync();
        product.Clock.MoveTo(product.Clock.GetUtcNow().AddMinutes(30));
        await product.DoDueWorkAsync();

        Assert.Equal(["Running/Suspended"], await StatesAsync(product));
        Assert.Empty((await product.SendAs("admin", new ListDeadLetters.Query())).Items);
    }

    [SkippableTheory, Databases]
    public async Task A_new_version_replaces_what_starts_the_flow_and_keeps_what_is_the_same(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        await PublishAsync(product, 1, SmallFlow.StartsAt(EveryDayAtTen));
        var first = await TriggerAsync(product);
        product.Clock.MoveTo(product.Clock.GetUtcNow().AddDays(3));

        await PublishAsync(product, 2, SmallFlow.StartsAt(EveryDayAtTen, single: true));
        var same = await TriggerAsync(product);
        await PublishAsync(product, 3, SmallFlow.StartsOn("papers-arrived"));
        var other = await TriggerAsync(product);

        Assert.Equal((first.Id, "small-2", first.DueAt), (same.Id, same.VersionId, same.DueAt));
        Assert.Equal(("small-3", "Elsa.Event", null), (other.VersionId, other.Name, other.DueAt));
    }

    [SkippableTheory, Databases]
    public async Task A_flow_that_cannot_be_started_becomes_a_dead_letter_of_its_start(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        await PublishAsync(product, 1, SmallFlow.StartsAt(EveryDayAtTen));
        await product.ReadAsync(db => db.WorkflowVersions.ExecuteUpdateAsync(s => s.SetProperty(v => v.IsPublished, false)));
        for (var attempt = 0; attempt <= DueWork.MostAttempts; attempt++)
        {
            product.Clock.MoveTo(product.Clock.GetUtcNow().AddHours(1));
            await product.DoDueWorkAsync();
        }

        var letter = Assert.Single((await product.SendAs("admin", new ListDeadLetters.Query())).Items);
        Assert.Equal((DeadLetterKind.Start, "small"), (letter.Kind, letter.Subject));
        await product.ReadAsync(db => db.WorkflowVersions.ExecuteUpdateAsync(s => s.SetProperty(v => v.IsPublished, true)));
        await product.SendAs("admin", new ReplayDeadLetter.Command(letter.Letter, "流程已重新发布"));
        await product.DoDueWorkAsync();
        Assert.Single(await StatesAsync(product));
    }

    [Trait("Deviate", "12 a version with instances is not deleted")]
    [SkippableTheory, Databases]
    public async Task A_version_a_case_has_run_on_and_the_one_in_force_stay_and_a_draft_goes(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        await PublishAsync(product, 1, SmallFlow.StartsOn("papers-arrived"));
        await product.SendAs("admin", new ReceiveMessage.Command("papers-arrived"));
        await product.DoDueWorkAsync();
        await PublishAsync(product, 2, SmallFlow.StartsOn("papers-lost"));
        await StoreAsync(product, 3, SmallFlow.StartsOn("papers-found"));

        await Refused.With(FlowRules.CasesKeepTheirVersion, () => product.SendAs("designer", new DeleteFlowVersion.Command("small-1")));
        await Refused.With(FlowRules.InForceStays, () => product.SendAs("designer", new DeleteFlowVersion.Command("small-2")));
        await product.SendAs("designer", new DeleteFlowVersion.Command("small-3"));

        Assert.Equal([1, 2], await product.ReadAsync(db => db.WorkflowVersions.OrderBy(v => v.Version).Select(v => v.Version).ToListAsync()));
    }

    private static async Task PublishAsync(Product product, int version, string json)
    {
        await StoreAsync(product, version, json);
        await product.SendAs("designer2", new PublishFlowVersion.Command($"small-{version}"));
    }

    private static Task StoreAsync(Product product, int version, string json) => product.StoreAsync(new WorkflowVersion
    {
        Id = $"small-{version}",
        DefinitionId = "small",
        Version = version,
        Name = "小流程",
        Json = json,
        ContentHash = $"{version}",
        CreatedAt = product.Clock.GetUtcNow(),
    });

    private static Task<List<string>> StatesAsync(Product product) => product.ReadAsync(db =>
        db.WorkflowInstances.OrderBy(i => i.CreatedAt).Select(i => i.Status + "/" + i.SubStatus).ToListAsync());

    private static Task<TriggerRow> TriggerAsync(Product product) =>
        product.ReadAsync(db => db.WorkflowTriggers.AsNoTracking().SingleAsync());
}
