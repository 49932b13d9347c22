using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The committees in whose area the user is supervisor or auditor.</summary>
internal sealed record WatchedCommittees(IReadOnlySet<OrganisationId> Supervised, IReadOnlySet<OrganisationId> Audited)
{
    public static async Task<WatchedCommittees> ReadAsync(TitleDb db, ICurrentUser user, CancellationToken ct) => new(
        await ReadAsync(db, user, Role.Supervisor, ct), await ReadAsync(db, user, Role.Auditor, ct));

    private static async Task<IReadOnlySet<OrganisationId>> ReadAsync(
        TitleDb db, ICurrentUser user, Role role, CancellationToken ct)
    {
        if (!user.Has(role))
        {
            return new HashSet<OrganisationId>();
        }

        var area = db.AreaOf(user.OfficesOf(role));
        return await db.Committees.Where(c => area.Contains(c.Id)).Select(c => c.Id).ToHashSetAsync(ct);
    }
}
