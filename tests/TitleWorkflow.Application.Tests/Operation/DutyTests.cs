using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Application.Tests.Operation;

public sealed class DutyTests
{
    [Fact]
    public async Task Beside_SQLite_the_one_process_is_always_on_duty()
    {
        await using var product = await Product.EmptyAsync(DatabaseProvider.Sqlite);

        Assert.True(product.Duty.IsOurs);
        Assert.True(await product.Duty.TakeAsync(default));
    }

    [SkippableFact]
    public async Task Of_two_nodes_one_is_on_duty_and_stays_so()
    {
        await using var here = await Product.EmptyAsync(DatabaseProvider.Postgres);
        await using var there = here.AnotherNode();

        Assert.True(await here.Duty.TakeAsync(default));
        Assert.False(await there.Duty.TakeAsync(default));
        Assert.True(await here.Duty.TakeAsync(default));
        Assert.Equal((true, false), (here.Duty.IsOurs, there.Duty.IsOurs));
    }

    [SkippableFact]
    public async Task A_node_that_dies_is_relieved_when_its_term_is_over()
    {
        await using var dead = await Product.EmptyAsync(DatabaseProvider.Postgres);
        await using var alive = dead.AnotherNode();
        await dead.Duty.TakeAsync(default);

        await alive.ReadAsync(db => db.Set<Duty>().ExecuteUpdateAsync(s => s.SetProperty(d => d.Until, d => d.Until.AddSeconds(-6))));

        Assert.True(await alive.Duty.TakeAsync(default));
    }

    [SkippableFact]
    public async Task A_node_that_leaves_is_relieved_at_once()
    {
        await using var here = await Product.EmptyAsync(DatabaseProvider.Postgres);
        await using var there = here.AnotherNode();
        await here.Duty.TakeAsync(default);

        await here.Duty.LeaveAsync(default);

        Assert.False(here.Duty.IsOurs);
        Assert.True(await there.Duty.TakeAsync(default));
    }

    [Fact]
    public void A_term_and_the_time_to_notice_its_end_fit_into_ten_seconds() =>
        Assert.True(DutyRoster.Term + (DutyRoster.Term / 4) <= TimeSpan.FromSeconds(10));
}
