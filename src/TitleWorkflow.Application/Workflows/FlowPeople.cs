using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows;

/// <summary>The names of those who store and approve flows.</summary>
internal static class FlowPeople
{
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesOfStorersAsync(this TitleDb db, CancellationToken ct)
    {
        var persons = (await db.WorkflowVersions.Select(v => new { v.CreatedBy, v.PublishedBy }).ToListAsync(ct))
            .SelectMany(v => new[] { v.CreatedBy, v.PublishedBy }).OfType<Guid>()
            .Select(id => new Domain.Organisations.PersonId(id)).Distinct().ToList();
        return await db.People.Where(p => persons.Contains(p.Id)).ToDictionaryAsync(p => p.Id.Value, p => p.Name, ct);
    }
}
