using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Instances;

/// <summary>What of an instance its reader may know.</summary>
internal static class InstanceSight
{
    /// <summary>Whether the reader may see who applies and who acted; a process designer sees flows without persons.</summary>
    public static bool SeesPersons(this ICurrentUser user) => user.Has(Role.Administrator) || user.Has(Role.Auditor);

    /// <summary>Instances as the list shows them, in the order given.</summary>
    public static async Task<IReadOnlyList<ListInstances.Row>> SummariesAsync(
        this TitleDb db, ICurrentUser user, IQueryable<InstanceRow> instances, CancellationToken ct)
    {
        var sees = user.SeesPersons();
        var found = await (
            from i in instances
            join v in db.WorkflowVersions on i.VersionId equals v.Id
            from d in db.Declarations.Where(d => d.Id == i.Declaration).DefaultIfEmpty()
            from p in db.People.Where(p => p.Id == d.Applicant).DefaultIfEmpty()
            select new
            {
                i.Id,
                i.DefinitionId,
                Reference = i.DefinitionId == ExpertFlow.Id ? i.Name : null,
                v.Name,
                v.Version,
                Case = d == null ? null : new { d.Id, d.Number, d.Stage, d.Status, IsSubmitted = d.SubmittedAt != null },
                Person = p == null ? null : p.Name,
                i.Status,
                i.SubStatus,
                i.Trouble,
                i.Incidents,
                i.CreatedAt,
                i.UpdatedAt,
            }).AsNoTracking().ToListAsync(ct);
        return
        [
            .. found.OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id, StringComparer.Ordinal)
                .Select(i => new ListInstances.Row(
                    i.Id, i.DefinitionId, i.Name, i.Version, i.Case?.Number ?? i.Reference, i.Case?.Id,
                    sees && i.Case is { IsSubmitted: true } ? i.Person : null,
                    i.Case?.Stage, i.Case?.Status, StateOf(Enum.Parse<WorkflowStatus>(i.Status), Enum.Parse<WorkflowSubStatus>(i.SubStatus)), i.Trouble, i.Incidents, i.CreatedAt, i.UpdatedAt)),
        ];
    }

    /// <summary>How an instance stands.</summary>
    public static ListInstances.State StateOf(WorkflowStatus status, WorkflowSubStatus subStatus) => (status, subStatus) switch
    {
        (WorkflowStatus.Running, _) => ListInstances.State.Running,
        (_, WorkflowSubStatus.Cancelled) => ListInstances.State.Cancelled,
        (_, WorkflowSubStatus.Faulted) => ListInstances.State.Faulted,
        _ => ListInstances.State.Finished,
    };
}
