using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Tests.Operation;
using TitleWorkflow.Engine.Notifications;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Pipeline;

public sealed class AfterCommitTests
{
    [SkippableTheory, Databases]
    public async Task Whoever_hears_that_a_burst_is_committed_finds_it_on_disk(DatabaseProvider database)
    {
        var heard = new Heard();
        await using var product = await AfterAnHourAsync(database, heard);

        await product.DoDueWorkAsync();

        Assert.Equal(["case: Finished"], heard.Stored);
    }

    [SkippableTheory, Databases]
    public async Task A_listener_that_fails_undoes_nothing_and_is_logged(DatabaseProvider database)
    {
        var heard = new Heard { Fails = true };
        await using var product = await AfterAnHourAsync(database, heard);

        await product.DoDueWorkAsync();

        Assert.Equal("Finished/Finished", await product.StatusAsync("case"));
        Assert.Contains(product.Log.Lines, line => line.Contains("the post office is closed", StringComparison.Ordinal));
        Assert.Equal(0, await product.DoDueWorkAsync());
    }

    private static async Task<Product> AfterAnHourAsync(DatabaseProvider database, Heard heard)
    {
        var product = await Product.EmptyAsync(database, adapt: services => services
            .AddSingleton(heard).AddScoped<INotificationHandler<WorkflowStateCommitted>, Listener>());
        await product.PublishAsync("waits", SmallFlow.WaitsAnHour());
        await product.StartAsync("waits", "case");
        product.Clock.MoveTo(product.Clock.GetUtcNow().AddHours(2));
        return product;
    }

    private sealed class Heard
    {
        public List<string> Stored { get; } = [];

        public bool Fails { get; init; }
    }

    private sealed class Listener(Heard heard, IServiceScopeFactory scopes) : INotificationHandler<WorkflowStateCommitted>
    {
        public async Task HandleAsync(WorkflowStateCommitted notification, CancellationToken cancellationToken)
        {
            if (heard.Fails)
            {
                throw new InvalidOperationException("the post office is closed");
            }

            // Asked in a scope of its own: what is only in the unit of work does not show there.
            await using var scope = scopes.CreateAsyncScope();
            var id = notification.WorkflowState.Id;
            var status = await scope.ServiceProvider.GetRequiredService<TitleDb>().WorkflowInstances.AsNoTracking()
                .Where(i => i.Id == id).Select(i => i.Status).SingleAsync(cancellationToken);
            heard.Stored.Add($"{id}: {status}");
        }
    }
}
