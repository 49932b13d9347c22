using System.Collections.Concurrent;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Application.Operation;

/// <summary>
/// Does what the clock has reached: waits of flows, reminders, messages. What is overdue is done at once, in order; what fails is
/// tried again later and later, and in the end becomes a dead letter.
/// </summary>
public sealed class DueWork(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DueWork> logger)
{
    /// <summary>Attempts before a dead letter is written.</summary>
    public const int MostAttempts = 5;

    // Looking for what is due next costs as much as a few cases; nobody waits for the last of a batch often.
    private const int BatchSize = 256;

    // Enough to fill the writer's groups, few enough to leave the machine to people.
    private const int CasesAtOnce = 16;

    private readonly ConcurrentDictionary<(DeadLetterKind Kind, string Key), (int Attempts, DateTimeOffset NotBefore)> failed = new();

    /// <summary>Works until nothing is due; returns how many things were done.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var done = new ConcurrentDictionary<(DeadLetterKind Kind, string Key), bool>();
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = CasesAtOnce, CancellationToken = ct };
        while (await DueAsync(ct) is { Count: > 0 } due)
        {
            // One case's things happen one after the other, in the order of the clock: a reminder due before a lapse is sent
            // before it. Different cases do not wait for each other.
            await Parallel.ForEachAsync(due.GroupBy(item => item.Case), atOnce, async (items, token) =>
            {
                foreach (var item in items)
                {
                    await DoAsync(item, done, token);
                }
            });
        }

        return done.Count;
    }

    private async Task<List<DueItem>> DueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var postponed = failed.Where(f => f.Value.NotBefore > now).Select(f => f.Key).ToHashSet();
        await using var scope = scopes.CreateAsyncScope();
        var due = await scope.ServiceProvider.GetRequiredService<DueItems>().TakeAsync(now, BatchSize + postponed.Count, ct);
        return [.. due.Where(item => !postponed.Contains((item.Kind, item.Key))).Take(BatchSize)];
    }

    private async Task DoAsync(
        DueItem item, ConcurrentDictionary<(DeadLetterKind Kind, string Key), bool> done, CancellationToken ct)
    {
        try
        {
            await SendAsync(item.Command, ct);
            failed.TryRemove((item.Kind, item.Key), out _);
            if (!done.TryAdd((item.Kind, item.Key), true))
            {
                throw new InvalidOperationException("It is still due after it was done.");
            }
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            await PostponeAsync(item, failure, ct);
        }
    }

    private async Task PostponeAsync(DueItem item, Exception failure, CancellationToken ct)
    {
        var attempts = failed.GetValueOrDefault((item.Kind, item.Key)).Attempts + 1;
        logger.LogError(failure, "Due work {Kind} {Key} failed, attempt {Attempt}.", item.Kind, item.Key, attempts);

        // 4 s, 16 s, a minute, four minutes: longer than a restart of the database, shorter than an office's patience.
        failed[(item.Kind, item.Key)] = (attempts, clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(4, attempts)));
        if (attempts >= MostAttempts)
        {
            await SendAsync(new GiveUp.Command(item.Kind, item.Key, item.Case, attempts, failure.Message), ct);
            failed.TryRemove((item.Kind, item.Key), out _);
        }
    }

    private async Task SendAsync(IBaseRequest command, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, ct);
    }
}
