using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Instances;

public sealed class RetryIncidentTests
{
    [SkippableTheory, Databases]
    public async Task A_halted_flow_runs_on_once_what_made_it_fail_is_mended(DatabaseProvider database)
    {
        var (product, declaration) = await Flows.HaltedAsync(database);
        await using var _ = product;
        var instance = declaration.ToString();
        var halted = await product.SendAs("admin", new GetInstance.Query(instance));

        await product.SendAs("admin", new ModifyVariable.Command(instance, "ready", "true", "前置检查已补做"));
        var retried = await product.SendAs("admin", new RetryIncident.Command(instance, halted.Incidents[0].Id, "变量已更正"));

        Assert.Equal(ListInstances.State.Faulted, halted.Summary.State);
        Assert.Equal(new RetryIncident.Result(ListInstances.State.Running, FailedAgain: false), retried);
        var task = await product.ReadAsync(db => db.WorkItems.SingleAsync());
        Assert.Equal(("declare", WorkItemStatus.Open), (task.ActivityId, task.Status));
        var after = await product.SendAs("admin", new GetInstance.Query(instance));
        Assert.Equal((false, "季清和", "变量已更正"), (after.Incidents[0].IsOpen, after.Incidents[0].ClosedBy, after.Incidents[0].Resolution));
        Assert.Null(after.Summary.Trouble);
    }

    [SkippableTheory, Databases]
    public async Task A_retry_that_fails_again_opens_another_incident(DatabaseProvider database)
    {
        var (product, declaration) = await Flows.HaltedAsync(database);
        await using var _ = product;

        var retried = await product.SendAs("admin", new RetryIncident.Command(declaration.ToString(), null, "再试一次"));

        Assert.Equal(new RetryIncident.Result(ListInstances.State.Faulted, FailedAgain: true), retried);
        var file = await product.SendAs("admin", new GetInstance.Query(declaration.ToString()));
        Assert.Equal([true, false], file.Incidents.Select(i => i.IsOpen));
        Assert.Equal((IncidentKind.Fault, 1), (file.Summary.Trouble, file.Summary.Incidents));
    }

    [SkippableTheory, Databases]
    public async Task The_same_key_retries_once(DatabaseProvider database)
    {
        var (product, declaration) = await Flows.HaltedAsync(database);
        await using var _ = product;
        var admin = Sender.Of("admin").WithKey("once");
        var command = new RetryIncident.Command(declaration.ToString(), null, "再试一次");

        var first = await product.SendAs(admin, command);
        var second = await product.SendAs(admin, command);

        Assert.Equal(first, second);
        Assert.Equal(1, await product.ReadAsync(db => db.WorkflowJournal.CountAsync(j => j.EventName == JournalEvents.Retried)));
        var line = await product.ReadAsync(db => db.Audit.SingleAsync(a => a.Action == "Instances.RetryIncident"));
        Assert.Equal(("done", declaration.ToString(), "再试一次"), (line.Outcome, line.Subject, line.Detail));
    }

    [SkippableTheory, Databases]
    public async Task Retrying_needs_a_reason_and_an_open_incident(DatabaseProvider database)
    {
        var (product, declaration) = await Flows.HaltedAsync(database);
        await using var _ = product;
        var instance = declaration.ToString();

        await Refused.With(
            InterventionRules.ReasonGiven, () => product.SendAs("admin", new RetryIncident.Command(instance, null, " ")));
        await Refused.With(
            InstanceRules.IncidentOpen, () => product.SendAs("admin", new RetryIncident.Command(instance, "nobody", "再试一次")));
        await Assert.ThrowsAsync<NotFoundException>(
            () => product.SendAs("admin", new RetryIncident.Command("nowhere", null, "再试一次")));
    }
}
