using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Application.Operation;

/// <summary>
/// Once a day what nobody needs any more is thrown away: answers kept for retries, mails and messages delivered long ago, reminders
/// sent. Nothing of a case, no audit line and no dead letter is ever among it.
/// </summary>
public static class TidyUp
{
    /// <summary>Days an answer is kept for a retry of the same write.</summary>
    public const int AnswerDays = 30;

    /// <summary>Days a delivered mail or message, or a sent reminder, is kept.</summary>
    public const int DeliveredDays = 90;

    // So much fits a commit that nobody notices.
    private const int BatchSize = 200;

    /// <summary>Name of the setting that says for which day it was done last.</summary>
    internal const string DoneKey = "tidy-up.done";

    /// <param name="Day">Today, by the application's clock.</param>
    public sealed record Command(DateOnly Day) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Text(Day);
    }

    /// <param name="Removed">Rows thrown away by this command.</param>
    /// <param name="IsDone">False if there is more to throw away.</param>
    public sealed record Result(int Removed, bool IsDone);

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal sealed class Handler(TitleDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (answers, delivered) = (clock.GetUtcNow().AddDays(-AnswerDays), clock.GetUtcNow().AddDays(-DeliveredDays));
            List<object> old =
            [
                .. await db.Answers.Where(a => a.At < answers).OrderBy(a => a.At).Take(BatchSize).ToListAsync(ct),
                .. await db.Outbox.Where(m => m.SentAt < delivered).OrderBy(m => m.SentAt).Take(BatchSize).ToListAsync(ct),
                .. await db.InboxMessages.Where(m => m.DeliveredAt < delivered).OrderBy(m => m.DeliveredAt).Take(BatchSize).ToListAsync(ct),
                .. await db.Reminders.Where(r => r.DoneAt < delivered).OrderBy(r => r.DoneAt).Take(BatchSize).ToListAsync(ct),
            ];
            db.RemoveRange(old);
            if (old.Count == 0)
            {
                await MarkAsync(Text(command.Day), ct);
            }

            return new Result(old.Count, old.Count == 0);
        }

        private async Task MarkAsync(string day, CancellationToken ct)
        {
            if (await db.Settings.SingleOrDefaultAsync(s => s.Key == DoneKey, ct) is { } done)
            {
                done.Value = day;
            }
            else
            {
                db.Settings.Add(new Setting { Key = DoneKey, Value = day });
            }
        }
    }
}
