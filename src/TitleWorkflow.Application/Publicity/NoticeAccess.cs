using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Publicity;

/// <summary>Who may read a notice, and who receives objections to it.</summary>
internal static class NoticeAccess
{
    /// <summary>The role that receives objections at the office that posts.</summary>
    public static Role Receiver(this PublicityNotice notice) =>
        notice.Kind == PublicityKind.Employer ? Role.EmployerHr : Role.OrganisingOfficer;

    /// <summary>
    /// A posted result is anybody's while it runs, a notice at the employer theirs who work there; both are for good the
    /// employer's personnel office's and theirs who receive objections.
    /// </summary>
    public static async Task<bool> MayReadAsync(
        this TitleDb db, ICurrentUser user, PublicityNotice notice, OrganisationId employer, DateOnly today, CancellationToken ct)
    {
        if (user.Has(Role.EmployerHr, employer) || user.Has(notice.Receiver(), notice.Poster))
        {
            return true;
        }

        var readable = notice.Status == PublicityStatus.Running && notice.LastDay >= today;
        return readable && (notice.Kind == PublicityKind.Result
            || await db.People.AnyAsync(p => p.Id == user.Person && p.Employer == employer, ct));
    }

    /// <summary>Whether an objection to the case's posted name is looked into.</summary>
    public static Task<bool> IsObjectedToAsync(this TitleDb db, DeclarationId declaration, CancellationToken ct) =>
        db.PublicityObjections.AnyAsync(o => o.Declaration == declaration && o.Status == ObjectionStatus.Open, ct);

    /// <summary>Objections the person investigates, or whose office received them; of those handed on, the office knows no more.</summary>
    public static IQueryable<PublicityObjection> ObjectionsOf(this TitleDb db, ICurrentUser user)
    {
        var personnel = user.OfficesOf(Role.EmployerHr);
        var organising = user.OfficesOf(Role.OrganisingOfficer);
        var supervising = user.OfficesOf(Role.Supervisor);
        return db.PublicityObjections.Where(o =>
            (o.InvestigatorRole == Role.EmployerHr && personnel.Contains(o.Investigator))
            || (o.InvestigatorRole == Role.OrganisingOfficer && organising.Contains(o.Investigator))
            || (o.InvestigatorRole == Role.Supervisor && supervising.Contains(o.Investigator)));
    }
}
