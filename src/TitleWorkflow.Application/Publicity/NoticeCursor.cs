using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Publicity;

/// <summary>
/// Where a page of notices ended. Addresses name the notice, not the case, so that a public page gives away no number of a
/// declaration.
/// </summary>
internal sealed record NoticeCursor(DateOnly LastDay, string Number);

/// <summary>Finds the place of a notice in the lists.</summary>
internal static class NoticeCursors
{
    /// <summary>The notice's place; null for none, or one that does not exist: the list then begins at its top.</summary>
    public static async Task<NoticeCursor?> NoticeCursorAsync(
        this TitleDb db, PublicityNoticeId? after, CancellationToken ct) =>
        after is not { } id
            ? null
            : await db.PublicityNotices.Where(n => n.Id == id)
                .Join(db.Declarations, n => n.Declaration, d => d.Id, (n, d) => new NoticeCursor(n.LastDay, d.Number))
                .SingleOrDefaultAsync(ct);
}
