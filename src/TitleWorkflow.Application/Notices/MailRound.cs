using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Notices;
using TitleWorkflow.Persistence.Operation;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Notices;

/// <summary>
/// Sends waiting mails while this node is on duty. Each is marked as sent right after it left, under the key it carries, so that a
/// receiver knows the one that a crash makes leave twice. One that fails is put off for longer and longer, and given up in the end.
/// </summary>
public sealed class MailRound(
    IServiceScopeFactory scopes, DutyRoster duty, IMailSender sender, TimeProvider clock, ILogger<MailRound> logger)
{
    private const int BatchSize = 64;
    private const int AtOnce = 4;
    private const int MostAttempts = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends what is due; returns how many went out.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var sent = 0;
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };
        while (duty.IsOurs && await DueAsync(ct) is { Count: > 0 } due)
        {
            await Parallel.ForEachAsync(due, atOnce, async (mail, token) =>
            {
                if (duty.IsOurs && await SendAsync(mail, token))
                {
                    Interlocked.Increment(ref sent);
                }
            });
        }

        return sent;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TitleDb>().Outbox
            .Where(m => m.SentAt == null && m.DueAt <= now)
            .OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => m.Id).Take(BatchSize).ToListAsync(ct);
    }

    private async Task<bool> SendAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitleDb>();
        var mail = await db.Outbox.SingleAsync(m => m.Id == id, ct);
        var failure = await TryAsync(mail, ct);
        if (failure is null)
        {
            mail.SentAt = clock.GetUtcNow();
        }
        else if (++mail.Attempts < MostAttempts)
        {
            mail.DueAt = clock.GetUtcNow() + TimeSpan.FromMinutes(Math.Pow(2, mail.Attempts));
        }
        else
        {
            await scope.ServiceProvider.GetRequiredService<ISender>().Send(
                new GiveUp.Command(DeadLetterKind.Mail, id.ToString(), mail.Text, mail.Attempts, failure.Message), ct);
            return false;
        }

        await scope.ServiceProvider.GetRequiredService<ChangeWriter>().CommitAsync(db, [], ct, canWait: true);
        return failure is null;
    }

    private async Task<Exception?> TryAsync(OutboxMail mail, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await sender.SendAsync(mail.Id, mail.To, mail.Text, mail.Values, mail.Link, patience.Token);
            return null;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            logger.LogWarning(failure, "Mail {Mail} could not be sent; attempt {Attempt}.", mail.Id, mail.Attempts + 1);
            return failure;
        }
    }
}
