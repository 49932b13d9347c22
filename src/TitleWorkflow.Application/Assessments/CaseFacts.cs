using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>What screens of a meeting say of a declaration.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Number">Its number.</param>
/// <param name="Applicant">Who applies.</param>
/// <param name="Employer">Where the applicant works.</param>
/// <param name="EmployerEnglishName">The employer's name on English pages; null where there is none.</param>
/// <param name="Series">Series.</param>
/// <param name="Specialty">Specialty, Chinese.</param>
/// <param name="Level">Target level.</param>
public sealed record CaseFacts(
    DeclarationId Declaration,
    string Number,
    string Applicant,
    string Employer,
    string? EmployerEnglishName,
    TitleSeries Series,
    string Specialty,
    TitleLevel Level)
{
    /// <summary>Where the applicant works; for the office's look at conflicts, shown nowhere.</summary>
    internal OrganisationId EmployerId { get; init; }

    /// <summary>False once it was withdrawn or has otherwise ended before the vote.</summary>
    internal bool Awaits { get; init; }

    internal static async Task<Dictionary<DeclarationId, CaseFacts>> ReadAsync(
        TitleDb db, IReadOnlyCollection<DeclarationId> ids, CancellationToken ct) => await db.Declarations
        .Where(d => ids.Contains(d.Id))
        .Select(d => new
        {
            d.Id,
            d.Number,
            d.Employer,
            d.Series,
            d.Specialty,
            d.Level,
            d.Status,
            Applicant = db.People.Where(p => p.Id == d.Applicant).Select(p => p.Name).First(),
            Office = db.Organisations.Where(o => o.Id == d.Employer).Select(o => new { o.Name, o.EnglishName }).First(),
        })
        .ToDictionaryAsync(
            d => d.Id,
            d => new CaseFacts(
                d.Id, d.Number, d.Applicant, d.Office.Name, d.Office.EnglishName, d.Series, d.Specialty, d.Level)
            {
                EmployerId = d.Employer,
                Awaits = d.Status == DeclarationStatus.AwaitingMeeting,
            },
            ct);
}
