using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Reviews;

/// <summary>Finds the notice of a case whose sight was asked before.</summary>
internal static class SupplementAccess
{
    /// <summary>The case's notice, tracked.</summary>
    /// <exception cref="NotFoundException">The case never got one.</exception>
    public static async Task<SupplementNotice> FindSupplementAsync(
        this TitleDb db, DeclarationId declaration, CancellationToken ct) =>
        await db.SupplementNotices.SingleOrDefaultAsync(n => n.Declaration == declaration, ct)
        ?? throw new NotFoundException();
}
