using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Tests.Operation;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Application.Tests.Workflows;

public sealed class MessageTests
{
    [SkippableTheory, Databases]
    public async Task A_message_reaches_the_flow_that_waits_for_it_once(DatabaseProvider database)
    {
        await using var product = await WithFlowAsync(database);
        await product.StartAsync("hears", "case", correlation: "c-1");
        var key = Sender.Of("admin").WithKey("once");

        await product.SendAs(key, new ReceiveMessage.Command("papers-arrived", "c-1"));
        await product.SendAs(key, new ReceiveMessage.Command("papers-arrived", "c-1"));
        await product.DoDueWorkAsync();

        Assert.Equal("Finished/Finished", await product.StatusAsync("case"));
        Assert.Equal(1, await product.ReadAsync(db => db.InboxMessages.CountAsync(m => m.DeliveredAt != null)));
    }

    [SkippableTheory, Databases]
    public async Task A_message_for_another_case_is_not_heard(DatabaseProvider database)
    {
        await using var product = await WithFlowAsync(database);
        await product.StartAsync("hears", "case", correlation: "c-1");

        await product.SendAs("admin", new ReceiveMessage.Command("papers-arrived", "c-2"));
        await product.DoDueWorkAsync();

        Assert.Equal("Running/Suspended", await product.StatusAsync("case"));
    }

    [SkippableTheory, Databases]
    public async Task A_message_that_comes_before_the_flow_waits_is_heard_later(DatabaseProvider database)
    {
        await using var product = await WithFlowAsync(database);
        await product.SendAs("admin", new ReceiveMessage.Command("papers-arrived"));
        await product.DoDueWorkAsync();

        await product.StartAsync("hears", "case");
        product.Clock.MoveTo(product.Clock.GetUtcNow().AddSeconds(2));
        await product.DoDueWorkAsync();

        Assert.Equal("Finished/Finished", await product.StatusAsync("case"));
    }

    [Trait("Deviate", "7.4 a durable inbox with visible dead letters")]
    [SkippableTheory, Databases]
    public async Task A_message_nobody_ever_waits_for_becomes_a_dead_letter_that_can_be_replayed(DatabaseProvider database)
    {
        await using var product = await WithFlowAsync(database);
        await product.SendAs("admin", new ReceiveMessage.Command("papers-arrived"));
        for (var minute = 0; minute < 20; minute++)
        {
            await product.DoDueWorkAsync();
            product.Clock.MoveTo(product.Clock.GetUtcNow().AddMinutes(10));
        }

        var letter = Assert.Single((await product.SendAs("admin", new ListDeadLetters.Query())).Items);
        await product.StartAsync("hears", "case");
        await product.SendAs("admin", new ReplayDeadLetter.Command(letter.Letter, "流程已启动"));
        await product.DoDueWorkAsync();

        Assert.Equal((DeadLetterKind.Message, "papers-arrived", 10), (letter.Kind, letter.Subject, letter.Attempts));
        Assert.Equal("Finished/Finished", await product.StatusAsync("case"));
    }

    private static async Task<Product> WithFlowAsync(DatabaseProvider database)
    {
        var product = await Product.EmptyAsync(database);
        await product.PublishAsync("hears", SmallFlow.WaitsFor("papers-arrived"));
        return product;
    }
}
