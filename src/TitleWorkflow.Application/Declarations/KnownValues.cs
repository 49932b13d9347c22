using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Filing;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>What is known of an applicant before they fill in a dossier: from the one they handed in last, and from their certificates.</summary>
internal static class KnownValues
{
    private static readonly Dictionary<TitleLevel, string> Titles = new()
    {
        [TitleLevel.Assistant] = "assistant",
        [TitleLevel.Intermediate] = "engineer",
    };

    /// <summary>Values by section and field that the form takes, to be looked over and saved by the applicant.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> KnownValuesAsync(
        this TitleDb db, Declaration declaration, DossierForm form, CancellationToken ct)
    {
        var last = await db.Declarations.AsNoTracking()
            .Where(d => d.Applicant == declaration.Applicant && d.Id != declaration.Id && d.SubmittedAt != null)
            .OrderByDescending(d => d.SubmittedAt).FirstOrDefaultAsync(ct);
        var known = last?.Dossier.ToDictionary(s => s.Key, s => new Dictionary<string, string>(s.Value)) ?? [];
        var held = (await db.Certificates.AsNoTracking()
                .Where(c => c.Holder == declaration.Applicant && c.Status == CertificateStatus.Valid)
                .Select(c => new { c.Level, c.ObtainedOn }).ToListAsync(ct))
            .MaxBy(c => c.Level);
        if (held is not null && Titles.TryGetValue(held.Level, out var title))
        {
            known["title"] = new() { ["currentTitle"] = title, ["obtainedOn"] = $"{held.ObtainedOn:yyyy-MM-dd}" };
        }

        return form.Lasting(known);
    }
}
