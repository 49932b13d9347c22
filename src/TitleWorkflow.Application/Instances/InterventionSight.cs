using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>Requests to intervene as their readers may know them.</summary>
internal static class InterventionSight
{
    /// <summary>Who may be the second person: another administrator, or the supervisor.</summary>
    public static readonly Role[] Deciders = [Role.Administrator, Role.Supervisor];

    /// <summary>Requests as lists show them, the latest first.</summary>
    public static async Task<IReadOnlyList<ListInterventions.Row>> ReadAsync(
        this TitleDb db, ICurrentUser user, IQueryable<Intervention> requests, CancellationToken ct)
    {
        var found = await (
            from r in requests
            join i in db.WorkflowInstances on r.InstanceId equals i.Id
            join v in db.WorkflowVersions on i.VersionId equals v.Id
            from d in db.Declarations.Where(d => d.Id == r.Declaration).DefaultIfEmpty()
            from asked in db.People.Where(p => p.Id == r.RequestedBy).DefaultIfEmpty()
            from decided in db.People.Where(p => p.Id == r.DecidedBy).DefaultIfEmpty()
            select new
            {
                Request = r,
                Flow = v.Name,
                Number = d == null ? null : d.Number,
                Asked = asked == null ? null : asked.Name,
                Decided = decided == null ? null : decided.Name,
            }).AsNoTracking().ToListAsync(ct);
        var sees = user.SeesPersons() || user.Has(Role.Supervisor);
        var decides = Deciders.Any(user.Has);
        return
        [
            .. found.OrderByDescending(f => f.Request.Id.Value).Select(f => new ListInterventions.Row(
                f.Request.Id,
                f.Request.Kind,
                f.Request.InstanceId,
                f.Flow,
                f.Number,
                f.Request.Step is { } step ? new StepName("", step, f.Request.EnglishStep) : null,
                f.Request.Outcome,
                sees ? f.Request.Reason : null,
                sees ? f.Asked : null,
                f.Request.RequestedAt,
                f.Request.Status,
                sees ? f.Decided : null,
                f.Request.DecidedAt,
                sees ? f.Request.Remark : null,
                decides && f.Request.Status == InterventionStatus.Pending && f.Request.RequestedBy != user.Person,
                f.Request.Status == InterventionStatus.Pending && f.Request.RequestedBy == user.Person)),
        ];
    }
}
