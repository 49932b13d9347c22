using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Operation;

/// <summary>Does what the clock has reached: waits of flows, reminders, mails. Overdue work is done at once, in order.</summary>
public sealed class DueWork(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DueWork> logger)
{
    private const int Batch = 64;

    /// <summary>Works until nothing is due; returns how many things were done. One that fails is logged and left for the next run.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var done = 0;
        var failed = new HashSet<IRequest>();
        while (await DueAsync(failed, ct) is { Count: > 0 } due)
        {
            foreach (var command in due)
            {
                if (await SendAsync(command, ct))
                {
                    done++;
                }
                else
                {
                    failed.Add(command);
                }
            }
        }

        await using var scope = scopes.CreateAsyncScope();
        return done + await scope.ServiceProvider.GetRequiredService<MailRound>().RunAsync(ct);
    }

    private async Task<List<IRequest>> DueAsync(HashSet<IRequest> failed, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitleDb>();
        var now = clock.GetUtcNow();
        var waits = await db.WorkflowBookmarks.AsNoTracking().Where(b => b.DueAt <= now)
            .OrderBy(b => b.DueAt).ThenBy(b => b.Id).Select(b => new { At = b.DueAt!.Value, b.Id })
            .Take(Batch + failed.Count).ToListAsync(ct);
        var reminders = await db.Reminders.AsNoTracking().Where(r => r.DoneAt == null && r.DueAt <= now)
            .OrderBy(r => r.DueAt).ThenBy(r => r.Id).Select(r => new { At = r.DueAt, r.Id })
            .Take(Batch + failed.Count).ToListAsync(ct);

        // In the order of the clock: a reminder due before a lapse is sent before it.
        return
        [
            .. waits.Select(w => (w.At, Command: (IRequest)new FireDueWait.Command(w.Id)))
                .Concat(reminders.Select(r => (r.At, Command: (IRequest)new SendReminder.Command(r.Id))))
                .OrderBy(d => d.At)
                .Select(d => d.Command)
                .Where(c => !failed.Contains(c))
                .Take(Batch),
        ];
    }

    private async Task<bool> SendAsync(IRequest command, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, ct);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logger.LogError(failure, "Due work {Command} failed and is tried again in the next run.", command);
            return false;
        }
    }
}
