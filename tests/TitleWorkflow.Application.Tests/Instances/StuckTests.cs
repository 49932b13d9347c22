using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Instances;

public sealed class StuckTests
{
    /// <summary>A merge that waits for a branch the decision never takes.</summary>
    public const string Merge = """
        { "id": "chart", "type": "Elsa.Flowchart", "version": 1,
          "activities": [
            { "id": "choice", "type": "Elsa.FlowDecision", "version": 1, "condition": { "typeName": "Boolean", "expression": { "type": "Literal", "value": true } } },
            { "id": "yes", "type": "Elsa.WriteLine", "version": 1, "text": { "typeName": "String", "expression": { "type": "Literal", "value": "x" } } },
            { "id": "no", "type": "Elsa.WriteLine", "version": 1, "text": { "typeName": "String", "expression": { "type": "Literal", "value": "x" } } },
            { "id": "merge", "type": "Elsa.WriteLine", "version": 1, "text": { "typeName": "String", "expression": { "type": "Literal", "value": "x" } }, "metadata": { "displayText": "汇合" }, "customProperties": { "mergeMode": "Merge" } } ],
          "connections": [
            { "source": { "activity": "choice", "port": "True" }, "target": { "activity": "yes", "port": "In" } },
            { "source": { "activity": "choice", "port": "False" }, "target": { "activity": "no", "port": "In" } },
            { "source": { "activity": "yes", "port": "Done" }, "target": { "activity": "merge", "port": "In" } },
            { "source": { "activity": "no", "port": "Done" }, "target": { "activity": "merge", "port": "In" } } ] }
        """;

    /// <summary>The product with the other way of joining branches.</summary>
    public static Task<Product> InTokenModeAsync(DatabaseProvider database) => Product.EmptyAsync(
        database, adapt: services => services.AddSingleton(new EngineOptions { FlowchartMode = FlowchartMode.Token }));

    [SkippableTheory, Databases]
    public async Task A_join_whose_branch_never_comes_is_found_and_named(DatabaseProvider database)
    {
        await using var product = await InTokenModeAsync(database);
        var instance = await product.StartAsync(Merge);

        var file = await product.SendAs("admin", new GetInstance.Query(instance));

        var incident = file.Incidents.Single();
        Assert.Equal((IncidentKind.Stuck, false, null), (incident.Kind, incident.MayRetry, incident.Execution));
        Assert.Equal(("汇合", VainWaitCause.Join), (incident.Vain.Single().Step.Text, incident.Vain.Single().Cause));
        Assert.Equal(IncidentKind.Stuck, file.Summary.Trouble);
    }

    [SkippableTheory, Databases]
    public async Task A_task_closed_behind_the_flows_back_is_told_as_a_wait_in_vain(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();
        var before = (await product.SendAs("admin", new GetInstance.Query(instance))).Waits.Single();
        await product.ReadAsync(async db =>
        {
            (await db.WorkItems.SingleAsync(w => w.ActivityId == "town")).Cancel(product.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        var after = (await product.SendAs("admin", new GetInstance.Query(instance))).Waits.Single();

        Assert.Equal((GetInstance.WaitKind.Task, "TownOfficer", "鹭汀镇人力资源服务中心", null), (before.Kind, before.Role, before.Office, before.Vain));
        Assert.Equal(GetInstance.VainCause.TaskClosed, after.Vain);
    }

    [SkippableTheory, Databases]
    public async Task A_flow_says_which_event_it_waits_for_and_until_when(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var waiting = await product.StartAsync(Flows.Waiting);
        var posted = await product.AtEmployerPublicityAsync();

        var forEvent = (await product.SendAs("admin", new GetInstance.Query(waiting))).Waits.Single();
        var forTime = (await product.SendAs("admin", new GetInstance.Query(posted))).Waits.Single(w => w.Kind == GetInstance.WaitKind.Time);

        Assert.Equal((GetInstance.WaitKind.Event, "Receipt", "等待回执"), (forEvent.Kind, forEvent.Name, forEvent.Step.Text));
        Assert.Equal((GetInstance.WaitKind.Time, false), (forTime.Kind, forTime.IsOverdue));
        Assert.NotNull(forTime.DueAt);
    }
}
