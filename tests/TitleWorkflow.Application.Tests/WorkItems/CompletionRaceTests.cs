using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Auditing;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.WorkItems;

/// <summary>Five thousand completions at the same instant: twenty people reach for each of two hundred and fifty tasks.</summary>
public sealed class CompletionRaceTests
{
    private const int Tasks = 250;
    private const int People = 20;

    [SkippableTheory, Databases]
    public async Task Each_task_is_done_once_and_everybody_else_is_told_so(DatabaseProvider database)
    {
        var (product, tasks) = await TwoDesks.OpenAsync(database, Tasks);
        await using var _ = product;

        await RaceAsync(tasks, product);
    }

    [SkippableFact]
    public async Task Each_task_is_done_once_by_two_nodes_that_are_asked_at_once()
    {
        var (here, tasks) = await TwoDesks.OpenAsync(DatabaseProvider.Postgres, Tasks);
        await using var _ = here;
        await using var there = here.AnotherNode();

        await RaceAsync(tasks, here, there);
    }

    private static async Task RaceAsync(IReadOnlyList<WorkItemId> tasks, params Product[] nodes)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var attempts = TwoDesks.Officers(People)
            .SelectMany((person, i) => tasks.Select(task => TryAsync(start.Task, nodes[i % nodes.Length], person.WithKey($"{task}"), task)))
            .ToList();

        start.SetResult();
        var tries = await Task.WhenAll(attempts);

        var (won, lost) = (tries.Where(t => t.Answer is not null).ToList(), tries.Where(t => t.Answer is null).ToList());
        Assert.Equal((250, 4750), (won.Count, lost.Count));
        Assert.Equal(250, won.DistinctBy(t => t.Task).Count());
        Assert.All(lost, t => Assert.Equal([WorkItemRules.StillOpen], t.Refusal));
        await AssertDoneOnceAsync(nodes[0], won);

        // A lost answer is asked for again, at any node, and nothing is done twice.
        foreach (var winner in won)
        {
            Assert.Equal(winner.Answer, await nodes[^1].SendAs(winner.By, Completion(winner.Task)));
        }

        await Refused.With(WorkItemRules.StillOpen, () => nodes[^1].SendAs(lost[0].By, Completion(lost[0].Task)));
        await AssertDoneOnceAsync(nodes[0], won);
    }

    private static async Task<Try> TryAsync(Task start, Product node, Sender by, WorkItemId task)
    {
        await start;
        try
        {
            return new Try(task, by, await node.SendAs(by, Completion(task)), []);
        }
        catch (RuleBrokenException refused)
        {
            return new Try(task, by, null, refused.Rules);
        }
    }

    private static CompleteWorkItem.Command Completion(WorkItemId task) => new(task, "Pass");

    private static async Task AssertDoneOnceAsync(Product product, IReadOnlyList<Try> won)
    {
        var items = await product.ReadAsync(db => db.WorkItems.AsNoTracking().ToListAsync());
        var resumed = await product.ReadAsync(db => db.WorkflowJournal.AsNoTracking()
            .Where(j => j.EventName == JournalEvents.Resumed).Select(j => new { j.InstanceId, j.ActivityId, j.By }).ToListAsync());
        var audit = await product.ReadAsync(db => db.Audit.AsNoTracking()
            .Where(a => a.Action == "WorkItems.CompleteWorkItem" && a.Outcome == "done").Select(a => a.Subject).ToListAsync());

        Assert.Equal(2 * won.Count, items.Count);
        Assert.All(won, winner =>
        {
            var done = items.Single(i => i.Id == winner.Task);
            Assert.Equal((WorkItemStatus.Completed, winner.By.Person), (done.Status, done.CompletedBy));
            var next = Assert.Single(items, i => i.InstanceId == done.InstanceId && i.Status == WorkItemStatus.Open);
            Assert.Equal("district", next.ActivityId);
            var resume = Assert.Single(resumed, r => r.InstanceId == done.InstanceId);
            Assert.Equal(("town", winner.By.Person.ToString()), (resume.ActivityId, resume.By));
        });
        Assert.Equal(won.Select(w => w.Task.ToString()).Order(StringComparer.Ordinal), audit.Order(StringComparer.Ordinal));
        Assert.Null((await product.SendAs(Sender.Nobody, new CheckAudit.Query())).FirstBroken);
    }

    /// <param name="Task">The task.</param>
    /// <param name="By">Who tried, with their key.</param>
    /// <param name="Answer">What they were told; null if refused.</param>
    /// <param name="Refusal">What stood in the way.</param>
    private sealed record Try(WorkItemId Task, Sender By, CompleteWorkItem.Result? Answer, IReadOnlyList<Rule> Refusal);
}
