using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The organising unit notes how many free posts a public institution has under a plan (岗位职数).</summary>
public static class SetPostQuota
{
    /// <param name="Plan">The plan.</param>
    /// <param name="Employer">The public institution.</param>
    /// <param name="Posts">Free posts, from 0.</param>
    public sealed record Command(PlanId Plan, OrganisationId Employer, int Posts) : IRequest, ICommand
    {
        string ICommand.Subject => $"{Plan}/{Employer}";
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Plan, ct) ?? throw new NotFoundException();
            var unit = await db.Committees.Where(c => c.Id == plan.Committee).Select(c => c.OrganisingUnit).SingleAsync(ct);
            var employs = await db.Organisations.AnyAsync(
                o => o.Id == command.Employer && o.Kind == OrganisationKind.Enterprise, ct);
            if (!user.Has(Role.OrganisingOfficer, unit) || !employs)
            {
                throw new NotFoundException();
            }

            var quota = await db.PostQuotas.SingleOrDefaultAsync(q => q.Plan == command.Plan && q.Employer == command.Employer, ct);
            if (quota is null)
            {
                db.PostQuotas.Add(new PostQuota(command.Plan, command.Employer, command.Posts));
            }
            else
            {
                quota.Change(command.Posts);
            }

            journal.Detail = $"posts={command.Posts}";
        }
    }
}
