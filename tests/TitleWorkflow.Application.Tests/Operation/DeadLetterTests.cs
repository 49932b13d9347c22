using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Operation;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Tests.Operation;

public sealed class DeadLetterTests
{
    [SkippableTheory, Databases]
    public async Task A_discarded_letter_is_gone_and_the_reason_is_on_record(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        var letter = Letter(DeadLetterKind.Mail, Guid.NewGuid().ToString(), "notice.task");
        await product.StoreAsync(letter);

        await product.SendAs("admin", new DiscardDeadLetter.Command(letter.Id, "收件人已离职"));

        Assert.Empty((await product.SendAs("admin", new ListDeadLetters.Query())).Items);
        var line = await product.ReadAsync(db => db.Audit.SingleAsync());
        Assert.Equal(
            ("Operation.DiscardDeadLetter", "done", letter.Id.ToString(), $"Mail {letter.Key}: 收件人已离职"),
            (line.Action, line.Outcome, line.Subject, line.Detail));
    }

    [SkippableTheory, Databases]
    public async Task What_a_flow_still_waits_for_cannot_be_discarded(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        var letter = await GivenUpWaitAsync(product);

        var seen = await product.SendAs("admin", new GetDeadLetter.Query(letter.Id));
        await Refused.With(
            OperationRules.FlowStillWaits,
            () => product.SendAs("admin", new DiscardDeadLetter.Command(letter.Id, "不再需要")));

        Assert.True(seen.HoldsUpFlow);
        Assert.Single((await product.SendAs("admin", new ListDeadLetters.Query())).Items);
    }

    [SkippableTheory, Databases]
    public async Task What_starts_a_published_flow_by_the_clock_cannot_be_discarded(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        var trigger = new TriggerRow
        {
            Id = Guid.NewGuid(),
            DefinitionId = "yearly",
            VersionId = "yearly-1",
            ActivityId = "cron",
            Name = "Cron",
            Hash = "h",
        };
        var (kept, left) = (
            Letter(DeadLetterKind.Start, trigger.Id.ToString(), "yearly"), Letter(DeadLetterKind.Start, Guid.NewGuid().ToString(), "gone"));
        await product.StoreAsync(trigger, kept, left);

        await product.SendAs("admin", new DiscardDeadLetter.Command(left.Id, "流程已停用"));

        await Refused.With(
            OperationRules.FlowStillWaits,
            () => product.SendAs("admin", new DiscardDeadLetter.Command(kept.Id, "不再需要")));
    }

    [SkippableTheory, Databases]
    public async Task A_wait_of_a_flow_that_has_ended_can_be_discarded(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        var letter = await GivenUpWaitAsync(product);
        await product.ReadAsync(db => db.WorkflowInstances.ExecuteUpdateAsync(s => s.SetProperty(i => i.Status, "Finished")));

        var seen = await product.SendAs("admin", new GetDeadLetter.Query(letter.Id));
        await product.SendAs("admin", new DiscardDeadLetter.Command(letter.Id, "流程已终止"));

        Assert.False(seen.HoldsUpFlow);
        Assert.Empty((await product.SendAs("admin", new ListDeadLetters.Query())).Items);
    }

    [SkippableTheory, Databases]
    public async Task A_letter_about_an_instance_bears_the_number_of_its_case(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        await GivenUpWaitAsync(product);
        await product.ReadAsync(db => db.WorkflowInstances.ExecuteUpdateAsync(s => s.SetProperty(i => i.Name, "QT-2022-0001")));
        await product.StoreAsync(Letter(DeadLetterKind.Message, Guid.NewGuid().ToString(), "papers-arrived"));

        var letters = (await product.SendAs("admin", new ListDeadLetters.Query())).Items;

        Assert.Equal([("papers-arrived", null, false), ("case-0", "QT-2022-0001", true)], letters.Select(l => (l.Subject, l.Number, l.IsOfInstance)));
    }

    [SkippableTheory, Databases]
    public async Task The_list_goes_on_where_a_page_ends(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        await product.StoreAsync([.. Enumerable.Range(0, 51).Select(i => Letter(DeadLetterKind.Mail, $"{i}", $"mail-{i}"))]);

        var first = await product.SendAs("admin", new ListDeadLetters.Query());
        var rest = await product.SendAs("admin", new ListDeadLetters.Query(first.Next));

        Assert.Equal((50, 1, null), (first.Items.Count, rest.Items.Count, rest.Next));
        Assert.Equal(51, first.Items.Concat(rest.Items).DistinctBy(l => l.Letter).Count());
    }

    private static async Task<DeadLetter> GivenUpWaitAsync(Product product)
    {
        await product.PublishAsync("waits", SmallFlow.WaitsAnHour());
        await product.StartAsync("waits", "case-0");
        var letter = Letter(DeadLetterKind.Wait, await product.ReadAsync(db => db.WorkflowBookmarks.Select(b => b.Id).SingleAsync()), "case-0");
        await product.StoreAsync(letter);
        return letter;
    }

    private static DeadLetter Letter(DeadLetterKind kind, string key, string subject) => new()
    {
        Kind = kind,
        Key = key,
        Subject = subject,
        Attempts = 5,
        Error = "The mail server does not answer.",
        At = new DateTimeOffset(2022, 7, 18, 1, 0, 0, TimeSpan.Zero),
    };
}
