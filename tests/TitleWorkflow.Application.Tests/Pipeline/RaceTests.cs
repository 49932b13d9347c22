using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Pipeline;

public sealed class RaceTests
{
    [SkippableTheory, Databases]
    public async Task Whoever_loses_a_race_tries_again_on_fresh_data(DatabaseProvider database)
    {
        await using var product = await WithOffice(database, timesSomebodyIsFaster: 1);

        await product.SendAs(Offices.Officer, new PublishPhone.Command(Offices.TownId, "0990-1"));

        var town = await product.ReadAsync(db => db.Organisations.SingleAsync());
        Assert.Equal("0990-1", town.Phone);
        Assert.Equal(2, town.Version);
    }

    [SkippableTheory, Databases]
    public async Task Whoever_loses_five_times_is_told_and_stores_nothing_but_the_refusal(DatabaseProvider database)
    {
        await using var product = await WithOffice(database, timesSomebodyIsFaster: 5);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(
            () => product.SendAs(Offices.Officer, new PublishPhone.Command(Offices.TownId, "0990-1")));

        var town = await product.ReadAsync(db => db.Organisations.SingleAsync());
        Assert.Equal("faster 5", town.Phone);
        Assert.Equal(5, town.Version);
        var entry = await product.ReadAsync(db => db.Audit.SingleAsync());
        Assert.Equal(("refused", "changed-meanwhile"), (entry.Outcome, entry.Rules));
    }

    private static async Task<Product> WithOffice(DatabaseProvider database, int timesSomebodyIsFaster)
    {
        Product product = null!;
        var somebody = Enumerable.Range(1, timesSomebodyIsFaster).Select(i => (Func<Task>)(() => product.ReadAsync(async db =>
        {
            (await db.Organisations.SingleAsync()).PublishPhone($"faster {i}");
            return await db.SaveChangesAsync();
        })));
        product = await Product.EmptyAsync(database, adapt: s => s.AddSingleton(new Meanwhile([.. somebody])));
        await product.StoreAsync(Offices.Town);
        return product;
    }
}
