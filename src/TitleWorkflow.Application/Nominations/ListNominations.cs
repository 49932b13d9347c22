using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Nominations;

/// <summary>Shows the nominations one may see, those that wait for a signature first, and what one may still nominate.</summary>
public static class ListNominations
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">Unsigned ones first, then the newest first; at most 200.</param>
    /// <param name="Quota">This year's quota of the enterprise one signs for; null for who signs for none.</param>
    /// <param name="Enterprise">That enterprise; null for who signs for none.</param>
    public sealed record Result(IReadOnlyList<Row> Items, QuotaLine? Quota, OrganisationId? Enterprise);

    /// <param name="Nomination">The nomination.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="EnterpriseName">Who nominates.</param>
    /// <param name="NomineeName">Who is nominated.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Level">Target level.</param>
    /// <param name="Status">Where it stands.</param>
    /// <param name="DraftedAt">When it was written.</param>
    /// <param name="SignedAt">When it came to stand; null before.</param>
    public sealed record Row(
        NominationId Nomination,
        string Number,
        string EnterpriseName,
        string NomineeName,
        TitleSeries Series,
        TitleLevel Level,
        NominationStatus Status,
        DateTimeOffset DraftedAt,
        DateTimeOffset? SignedAt);

    internal sealed class Handler(TitleDb db, ICurrentUser user, NominationDesk desk, TimeProvider clock)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var rows = await db.NominationsOf(user).AsNoTracking().OrderByDescending(n => n.DraftedAt).Take(200)
                .Select(n => new Row(
                    n.Id, n.Number, n.EnterpriseName, n.NomineeName, n.Series, n.Level, n.Status, n.DraftedAt, n.SignedAt))
                .ToListAsync(ct);
            OrganisationId? own = user.SignsFor() is [var first, ..] ? first : null;
            return new Result(
                [.. rows.OrderBy(r => r.Status >= NominationStatus.Signed)],
                own is { } enterprise ? await desk.QuotaLineAsync(enterprise, clock.Today(), ct) : null,
                own);
        }
    }
}
