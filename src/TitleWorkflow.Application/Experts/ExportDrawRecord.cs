using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>
/// Hands out the record of a draw for anybody to repeat: to the supervisor once it is drawn, to the office from release on,
/// because its ids are names to whoever keeps the pool.
/// </summary>
public static class ExportDrawRecord
{
    /// <param name="Draw">The draw.</param>
    public sealed record Query(ExpertDrawId Draw) : IRequest<DrawRecord>;

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Query, DrawRecord>
    {
        public async Task<DrawRecord> Handle(Query query, CancellationToken ct)
        {
            var witness = await db.DrawsWitnessedBy(user).AsNoTracking().SingleOrDefaultAsync(d => d.Id == query.Draw, ct);
            var draw = witness ?? await db.DrawsOf(user).AsNoTracking().FindDrawAsync(query.Draw, ct);
            DrawRules.SealedUntilRelease.Require(witness is not null || draw.IsReleased(clock.GetUtcNow()));
            return DrawRecord.Of(draw);
        }
    }
}
