using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Notices;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Application.Tests.Notices;

public sealed class MailRoundTests
{
    [SkippableTheory, Databases]
    public async Task A_mail_leaves_once_under_its_own_key(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        var mails = await WriteAsync(product, 70);

        await product.SendMailsAsync();
        await product.SendMailsAsync();

        Assert.Equal(mails.Order(), product.Mail.Letters.Select(l => l.Id).Order());
    }

    [SkippableTheory, Databases]
    public async Task A_mail_that_cannot_leave_ten_times_becomes_a_dead_letter_that_can_be_replayed(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        var mail = Assert.Single(await WriteAsync(product, 1));
        product.Mail.IsDown = true;
        for (var day = 0; day < 12; day++)
        {
            await product.SendMailsAsync();
            product.Clock.MoveTo(product.Clock.GetUtcNow().AddDays(1));
        }

        var letter = Assert.Single((await product.SendAs("admin", new ListDeadLetters.Query())).Items);
        product.Mail.IsDown = false;
        Assert.Equal(0, await product.SendMailsAsync());
        await product.SendAs("admin", new ReplayDeadLetter.Command(letter.Letter, "邮件服务器已恢复"));

        Assert.Equal(1, await product.SendMailsAsync());
        Assert.Equal((DeadLetterKind.Mail, mail.ToString(), 10), (letter.Kind, letter.Key, letter.Attempts));
    }

    [SkippableTheory, Databases]
    public async Task A_dead_letter_is_not_replayed_without_a_reason(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);

        await Assert.ThrowsAsync<FluentValidation.ValidationException>(
            () => product.SendAs("admin", new ReplayDeadLetter.Command(Guid.NewGuid(), " ")));
        await Assert.ThrowsAsync<NotFoundException>(
            () => product.SendAs("admin", new ReplayDeadLetter.Command(Guid.NewGuid(), "原因")));
    }

    [SkippableFact]
    public async Task A_node_that_is_not_on_duty_sends_nothing()
    {
        await using var here = await Product.EmptyAsync(DatabaseProvider.Postgres);
        await using var there = here.AnotherNode();
        await WriteAsync(here, 3);
        await here.Duty.TakeAsync(default);

        Assert.Equal(0, await there.SendMailsAsync());
        Assert.Equal(3, await here.SendMailsAsync());
    }

    private static async Task<List<Guid>> WriteAsync(Product product, int count)
    {
        var now = product.Clock.GetUtcNow();
        await product.StoreAsync([.. Enumerable.Range(0, count).Select(i => new OutboxMail
        {
            Id = Guid.CreateVersion7(),
            To = $"p{i}@qingtan.example",
            Text = "notice.task",
            Values = ["a"],
            At = now,
            DueAt = now,
        })]);
        return await product.ReadAsync(db => db.Outbox.Select(m => m.Id).ToListAsync());
    }
}
