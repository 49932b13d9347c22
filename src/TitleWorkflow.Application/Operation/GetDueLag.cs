using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Operation;

/// <summary>How far what happens by itself is behind the clock.</summary>
public static class GetDueLag
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Work">How long the oldest due wait, reminder or message has been due; zero if none is.</param>
    /// <param name="Mail">How long the oldest due mail has been due; zero if none is.</param>
    /// <param name="DeadLetters">Work that was given up and not replayed.</param>
    public sealed record Result(TimeSpan Work, TimeSpan Mail, int DeadLetters);

    internal sealed class Handler(TitleDb db, DueItems due, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var mail = await db.Outbox.Where(m => m.SentAt == null && m.DueAt != null)
                .OrderBy(m => m.DueAt).Select(m => m.DueAt).FirstOrDefaultAsync(ct);
            return new Result(Lag(await due.FirstAsync(ct)), Lag(mail), await db.DeadLetters.CountAsync(ct));
        }

        private TimeSpan Lag(DateTimeOffset? first) =>
            clock.GetUtcNow() - first is { Ticks: > 0 } lag ? lag : TimeSpan.Zero;
    }
}
