using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Who took part in a case, and who has left it or should have.</summary>
internal static class ReexaminationAccess
{
    /// <summary>
    /// Everybody who takes no further part in each case: who left it as a reader or in a meeting, and who should have left it as
    /// a re-examination found, with the reason.
    /// </summary>
    public static async Task<ILookup<DeclarationId, Recusal>> LeftAsync(
        this TitleDb db, IReadOnlyCollection<DeclarationId> declarations, CancellationToken ct)
    {
        var reviews = await db.GroupReviews.AsNoTracking().Where(r => declarations.Contains(r.Declaration))
            .Select(r => new { r.Declaration, r.Recusals }).ToListAsync(ct);
        var votes = await db.MeetingCases.AsNoTracking().Where(c => declarations.Contains(c.Declaration))
            .Select(c => new { c.Declaration, c.Recusals }).ToListAsync(ct);
        var missed = await db.Reexaminations.AsNoTracking()
            .Where(r => declarations.Contains(r.Declaration) && r.Status == ReexaminationStatus.Upheld).ToListAsync(ct);
        return reviews.Concat(votes)
            .SelectMany(r => r.Recusals.Select(left => (r.Declaration, Left: left)))
            .Concat(missed.SelectMany(r => r.MissedRecusals.Select(p => (r.Declaration, Left: new Recusal(p, r.Finding!)))))
            .DistinctBy(r => (r.Declaration, r.Left.Person))
            .ToLookup(r => r.Declaration, r => r.Left);
    }

    /// <summary>Who has read the dossier or could vote on it, whichever round it was.</summary>
    public static async Task<IReadOnlySet<PersonId>> TookPartAsync(this TitleDb db, DeclarationId declaration, CancellationToken ct)
    {
        var readers = await db.GroupReviews.AsNoTracking().Where(r => r.Declaration == declaration)
            .Select(r => r.Experts).ToListAsync(ct);
        var voters = await db.MeetingCases.AsNoTracking().Where(c => c.Declaration == declaration)
            .Select(c => c.Voters).ToListAsync(ct);
        return readers.Concat(voters).SelectMany(p => p).ToHashSet();
    }
}
