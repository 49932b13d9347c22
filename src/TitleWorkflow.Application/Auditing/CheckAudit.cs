using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Auditing;

namespace TitleWorkflow.Application.Auditing;

/// <summary>The auditor checks that no line of the audit log was altered, added or taken out.</summary>
public static class CheckAudit
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Lines">Lines there are.</param>
    /// <param name="FirstBroken">Sequence of the first line that is not as it was written, or is missing; null if the log is whole.</param>
    public sealed record Result(long Lines, long? FirstBroken);

    internal sealed class Handler(TitleDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            // The end first: lines appended while the rest is read are simply not looked at.
            var head = await db.AuditHeads.AsNoTracking().SingleAsync(ct);
            var last = (Sequence: 0L, Hash: AuditHead.Genesis);
            long lines = 0;
            long? broken = null;
            var log = db.Audit.AsNoTracking().Where(a => a.Sequence <= head.Sequence).OrderBy(a => a.Sequence);
            await foreach (var line in log.AsAsyncEnumerable().WithCancellation(ct))
            {
                lines++;
                broken ??= Follows(line, last) ? null : line.Sequence;
                last = (line.Sequence, line.Hash);
            }

            broken ??= last == (head.Sequence, head.Hash) ? null : last.Sequence + 1;
            return new Result(lines, broken);
        }

        private static bool Follows(AuditEntry line, (long Sequence, string Hash) last) =>
            line.Sequence == last.Sequence + 1 && line.PreviousHash == last.Hash && line.Hash == line.ComputeHash();
    }
}
