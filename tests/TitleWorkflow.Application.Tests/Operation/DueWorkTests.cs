using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Tests.WorkItems;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Operation;
using TitleWorkflow.Persistence.WorkItems;

namespace TitleWorkflow.Application.Tests.Operation;

public sealed class DueWorkTests
{
    [SkippableTheory, Databases]
    public async Task Nothing_goes_on_before_its_time(DatabaseProvider database)
    {
        await using var product = await WithWaitsAsync(database, 1);
        product.Clock.MoveTo(product.Clock.GetUtcNow().AddMinutes(59));

        Assert.Equal(0, await product.DoDueWorkAsync());
        Assert.Equal("Running/Suspended", await product.StatusAsync("case-0"));
    }

    [SkippableTheory, Databases]
    public async Task After_a_downtime_all_that_is_overdue_goes_on_at_once(DatabaseProvider database)
    {
        await using var product = await WithWaitsAsync(database, 150);
        product.Clock.MoveTo(product.Clock.GetUtcNow().AddDays(3));

        Assert.Equal(150, await product.DoDueWorkAsync());
        Assert.Equal(150, await product.ReadAsync(db => db.WorkflowInstances.CountAsync(i => i.SubStatus == "Finished")));
        Assert.Equal(0, await product.DoDueWorkAsync());
    }

    [Trait("Deviate", "7.4 exclusive execution with a version check, the loser retries")]
    [SkippableTheory, Databases]
    public async Task Two_processes_that_fire_the_same_waits_fire_each_once(DatabaseProvider database)
    {
        await using var product = await WithWaitsAsync(database, 100);
        product.Clock.MoveTo(product.Clock.GetUtcNow().AddDays(3));

        await Task.WhenAll(product.DoDueWorkAsync(), product.DoDueWorkAsync());

        Assert.Equal(100, await product.ReadAsync(db => db.WorkflowInstances.CountAsync(i => i.SubStatus == "Finished")));
        Assert.Equal(100, await product.ReadAsync(db => db.WorkflowJournal.CountAsync(j => j.EventName == "Resumed" && j.ActivityId == "wait")));
    }

    [SkippableTheory, Databases]
    public async Task Two_processes_that_send_the_same_reminders_send_each_once(DatabaseProvider database)
    {
        var (product, declaration) = await TownHall.OpenAsync(database);
        await using var _ = product;
        var task = TownHall.Task(declaration);
        var due = product.Clock.GetUtcNow();
        await product.StoreAsync([
            task,
            .. Enumerable.Range(0, 20).Select(i => new Reminder { Id = Guid.CreateVersion7(), WorkItem = task.Id, DueAt = due.AddSeconds(-i) }),
        ]);
        var before = await product.ReadAsync(db => db.Notices.CountAsync(n => n.Text == "notice.reminder"));

        await Task.WhenAll(product.DoDueWorkAsync(), product.DoDueWorkAsync());

        // Two people hold the role at the office.
        Assert.Equal(40, await product.ReadAsync(db => db.Notices.CountAsync(n => n.Text == "notice.reminder")) - before);
    }

    [SkippableTheory, Databases]
    public async Task The_wait_of_a_faulted_flow_stays_until_the_flow_is_mended(DatabaseProvider database)
    {
        await using var product = await WithWaitsAsync(database, 1);
        await product.ReadAsync(db => db.WorkflowInstances.ExecuteUpdateAsync(s => s.SetProperty(i => i.Status, "Finished")));
        product.Clock.MoveTo(product.Clock.GetUtcNow().AddDays(3));

        Assert.Equal(0, await product.DoDueWorkAsync());

        await product.ReadAsync(db => db.WorkflowInstances.ExecuteUpdateAsync(s => s.SetProperty(i => i.Status, "Running")));
        Assert.Equal(1, await product.DoDueWorkAsync());
    }

    [SkippableTheory, Databases]
    public async Task What_fails_again_and_again_becomes_a_dead_letter_and_nothing_waits_behind_it(DatabaseProvider database)
    {
        await using var product = await WithWaitsAsync(database, 2);
        await BreakAsync(product, "case-0");
        product.Clock.MoveTo(product.Clock.GetUtcNow().AddDays(3));

        for (var attempt = 1; attempt <= DueWork.MostAttempts; attempt++)
        {
            await product.DoDueWorkAsync();
            product.Clock.MoveTo(product.Clock.GetUtcNow().AddHours(1));
        }

        var letter = Assert.Single((await product.SendAs("admin", new ListDeadLetters.Query())).Items);
        Assert.Equal((DeadLetterKind.Wait, "case-0", 5), (letter.Kind, letter.Subject, letter.Attempts));
        Assert.Equal("Finished/Finished", await product.StatusAsync("case-1"));
        Assert.Equal(0, await product.DoDueWorkAsync());
    }

    [SkippableTheory, Databases]
    public async Task A_replayed_dead_letter_is_done_and_gone_and_the_reason_is_on_record(DatabaseProvider database)
    {
        await using var product = await WithWaitsAsync(database, 1);
        var mend = await BreakAsync(product, "case-0");
        product.Clock.MoveTo(product.Clock.GetUtcNow().AddDays(3));
        for (var attempt = 1; attempt <= DueWork.MostAttempts; attempt++)
        {
            await product.DoDueWorkAsync();
            product.Clock.MoveTo(product.Clock.GetUtcNow().AddHours(1));
        }

        var letter = (await product.SendAs("admin", new ListDeadLetters.Query())).Items[0];
        await mend();
        var replayed = await product.SendAs("admin", new ReplayDeadLetter.Command(letter.Letter, "流程版本已恢复"));
        await product.DoDueWorkAsync();

        Assert.True(replayed.IsDueAgain);
        Assert.Equal("Finished/Finished", await product.StatusAsync("case-0"));
        Assert.Empty((await product.SendAs("admin", new ListDeadLetters.Query())).Items);
        var line = await product.ReadAsync(db => db.Audit.SingleAsync(a => a.Action == "Operation.ReplayDeadLetter"));
        Assert.EndsWith(": 流程版本已恢复", line.Detail, StringComparison.Ordinal);
    }

    private static async Task<Product> WithWaitsAsync(DatabaseProvider database, int cases)
    {
        var product = await Product.EmptyAsync(database);
        await product.PublishAsync("waits", SmallFlow.WaitsAnHour());
        for (var i = 0; i < cases; i++)
        {
            await product.StartAsync("waits", $"case-{i}");
        }

        return product;
    }

    // An instance pinned to a version that does not exist cannot go on; returned is what mends it.
    private static async Task<Func<Task>> BreakAsync(Product product, string instance)
    {
        var state = await product.ReadAsync(db => db.WorkflowInstances.Where(i => i.Id == instance).Select(i => i.State).SingleAsync());
        await SetAsync(state.Replace("waits-1", "lost-1", StringComparison.Ordinal));
        return () => SetAsync(state);

        Task SetAsync(string value) => product.ReadAsync(db =>
            db.WorkflowInstances.Where(i => i.Id == instance).ExecuteUpdateAsync(s => s.SetProperty(i => i.State, value)));
    }
}
