using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Operation;

public sealed class DemoClockTests
{
    [SkippableTheory, Databases]
    public async Task The_demonstrations_clock_never_goes_back(DatabaseProvider database)
    {
        await using var product = await WithDemoClock(database);
        var yesterday = product.Clock.GetUtcNow().AddDays(-1);

        await Refused.With(OperationRules.ClockForward, () => product.SendAs("admin", new AdvanceClock.Command(null, yesterday)));
    }

    [SkippableTheory, Databases]
    public async Task Five_working_days_after_a_Monday_it_is_Monday_again_at_nine(DatabaseProvider database)
    {
        await using var product = await WithDemoClock(database);

        var result = await product.SendAs("admin", new AdvanceClock.Command(5));

        Assert.Equal(product.Clock.GetUtcNow().AddDays(7), result.Now);
    }

    private static Task<Product> WithDemoClock(DatabaseProvider database) => Product.WithCityAsync(
        database,
        adapt: s => s.AddSingleton(new ApplicationClock(new SetClock(Product.FirstDay))));
}
