using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Tests.Operation;
using TitleWorkflow.Engine;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Tests.Workflows;

public sealed class ActivationTests
{
    [Trait("Deviate", "12 activation is enforced by a unique key")]
    [SkippableTheory, Databases]
    public async Task Of_two_starts_at_the_same_instant_the_database_lets_one_pass(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        await product.PublishAsync("single", SmallFlow.StartsAt("0 10 * * *", single: true));

        // Each has looked, and seen that none runs, before the other has stored anything.
        var lost = await product.InScopeAsync(Sender.Nobody, one => product.InScopeAsync(Sender.Nobody, async other =>
        {
            Assert.Equal(StartOutcome.Started, await StartAsync(one));
            Assert.Equal(StartOutcome.Started, await StartAsync(other));
            await CommitAsync(one);
            return await Assert.ThrowsAsync<DbUpdateException>(() => CommitAsync(other));
        }));
        var late = await product.InScopeAsync(Sender.Nobody, StartAsync);

        Assert.True(PersistenceSetup.IsRace(lost));
        Assert.Equal(StartOutcome.Refused, late);
        Assert.Equal(1, await product.ReadAsync(db => db.WorkflowInstances.CountAsync()));
    }

    private static async Task<StartOutcome> StartAsync(IServiceProvider scope) =>
        (await scope.GetRequiredService<WorkflowEngine>().StartAsync(new StartWorkflow("single") { By = "test" }, default)).Outcome;

    private static Task CommitAsync(IServiceProvider scope) =>
        scope.GetRequiredService<ChangeWriter>().CommitAsync(scope.GetRequiredService<TitleDb>(), [], default);
}
