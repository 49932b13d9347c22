using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Notices;

/// <summary>Sends waiting mails, at least once each, and puts a failing one off for longer and longer.</summary>
public sealed class MailRound(
    TitleDb db, ChangeWriter writer, IMailSender sender, TimeProvider clock, ILogger<MailRound> logger)
{
    private const int Batch = 64;
    private const int MostAttempts = 10;

    /// <summary>Sends what is due; returns how many went out.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Outbox
            .Where(m => m.SentAt == null && m.DueAt <= now && m.Attempts < MostAttempts)
            .OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(Batch).ToListAsync(ct);
        foreach (var mail in due)
        {
            try
            {
                await sender.SendAsync(mail.Id, mail.To, mail.Text, mail.Values, mail.Link, ct);
                mail.SentAt = now;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                mail.Attempts++;
                mail.DueAt = now + TimeSpan.FromMinutes(Math.Pow(2, mail.Attempts));
                logger.LogWarning(failure, "Mail {Mail} could not be sent; attempt {Attempt}.", mail.Id, mail.Attempts);
            }
        }

        if (due.Count > 0)
        {
            await writer.CommitAsync(db, [], ct);
        }

        return due.Count(m => m.SentAt is not null);
    }
}
