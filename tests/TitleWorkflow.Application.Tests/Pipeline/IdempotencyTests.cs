using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Pipeline;

public sealed class IdempotencyTests
{
    [SkippableTheory, Databases]
    public async Task The_same_key_gets_the_same_answer_and_is_done_once(DatabaseProvider database)
    {
        await using var product = await WithOffice(database);
        var command = new PublishPhone.Command(Offices.TownId, "0990-1");

        var first = await product.SendAs(Offices.Officer.WithKey("k"), command);
        var second = await product.SendAs(Offices.Officer.WithKey("k"), command);

        Assert.Equal(first, second);
        Assert.Equal(1, await product.ReadAsync(db => db.Organisations.Where(o => o.Id == Offices.TownId).Select(o => o.Version).SingleAsync()));
        Assert.Equal(1, await product.ReadAsync(db => db.Audit.CountAsync()));
    }

    [SkippableTheory, Databases]
    public async Task The_same_key_sent_many_times_at_once_is_done_once(DatabaseProvider database)
    {
        await using var product = await WithOffice(database);
        var command = new PublishPhone.Command(Offices.TownId, "0990-1");

        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => product.SendAs(Offices.Officer.WithKey("k"), command)));

        Assert.Single(receipts.Distinct());
        Assert.Equal(1, await product.ReadAsync(db => db.Audit.CountAsync()));
    }

    [SkippableTheory, Databases]
    public async Task A_key_used_for_another_use_case_is_refused(DatabaseProvider database)
    {
        await using var product = await WithOffice(database);
        await product.SendAs(Offices.Officer.WithKey("k"), new PublishPhone.Command(Offices.TownId, "0990-1"));

        await Refused.With(
            PipelineRules.KeyReused,
            () => product.SendAs(Offices.Officer.WithKey("k"), new PublishWrongPhone.Command(Offices.TownId)));
    }

    [SkippableTheory, Databases]
    public async Task Two_people_may_choose_the_same_key(DatabaseProvider database)
    {
        await using var product = await WithOffice(database);

        var first = await product.SendAs(Offices.Officer.WithKey("k"), new PublishPhone.Command(Offices.TownId, "0990-1"));
        var second = await product.SendAs(Offices.Colleague.WithKey("k"), new PublishPhone.Command(Offices.TownId, "0990-2"));

        Assert.NotEqual(first, second);
    }

    private static async Task<Product> WithOffice(DatabaseProvider database)
    {
        var product = await Product.EmptyAsync(database, adapt: s => s.AddSingleton(new Meanwhile()));
        await product.StoreAsync(Offices.Town);
        return product;
    }
}
