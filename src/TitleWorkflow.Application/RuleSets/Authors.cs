using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.RuleSets;

/// <summary>Who wrote and who approved versions, by name.</summary>
internal static class Authors
{
    public static async Task<IReadOnlyDictionary<PersonId, string>> NamesOfAuthorsAsync(
        this TitleDb db, IReadOnlyList<RuleSet> sets, CancellationToken ct)
    {
        var ids = sets.SelectMany(s => new[] { s.DraftedBy, s.ApprovedBy }).OfType<PersonId>().Distinct().ToList();
        return await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
    }

    public static string? Of(this IReadOnlyDictionary<PersonId, string> names, PersonId? person) =>
        person is { } id ? names.GetValueOrDefault(id) : null;
}
