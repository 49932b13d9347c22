using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Notices;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Tests.Operation;

public sealed class TidyUpTests
{
    [SkippableTheory, Databases]
    public async Task Once_a_day_what_nobody_needs_any_more_is_thrown_away(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        await product.StoreAsync([
            .. Enumerable.Range(0, 450).Select(i => Answer(product, $"old-{i}", daysAgo: 31)),
            Answer(product, "young", daysAgo: 29),
            Mail(product, sentDaysAgo: 91),
            Mail(product, sentDaysAgo: 89),
            Mail(product, sentDaysAgo: null),
        ]);

        Assert.True(await product.DoDailyWorkAsync());

        Assert.Equal(["young"], await product.ReadAsync(db => db.Answers.Select(a => a.Key).ToListAsync()));
        Assert.Equal(2, await product.ReadAsync(db => db.Outbox.CountAsync()));
    }

    [SkippableTheory, Databases]
    public async Task A_day_is_done_once_and_begins_at_three_in_the_morning(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        var tomorrow = Product.FirstDay.AddDays(1);

        Assert.True(await product.DoDailyWorkAsync());
        Assert.False(await product.DoDailyWorkAsync());
        product.Clock.MoveTo(tomorrow, hour: 2);
        Assert.False(await product.DoDailyWorkAsync());
        product.Clock.MoveTo(tomorrow, hour: 3);
        Assert.True(await product.DoDailyWorkAsync());
    }

    private static IdempotentAnswer Answer(Product product, string key, int daysAgo) => new()
    {
        Key = key,
        Action = "Test",
        Answer = "{}",
        At = product.Clock.GetUtcNow().AddDays(-daysAgo),
    };

    private static OutboxMail Mail(Product product, int? sentDaysAgo) => new()
    {
        Id = Guid.CreateVersion7(),
        To = "a@b.example",
        Text = "notice.task",
        Values = [],
        At = product.Clock.GetUtcNow().AddDays(-100),
        DueAt = product.Clock.GetUtcNow().AddDays(-100),
        SentAt = sentDaysAgo is { } days ? product.Clock.GetUtcNow().AddDays(-days) : null,
    };
}
