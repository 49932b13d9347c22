using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Publicity;

/// <summary>
/// Shows one notice: a posted result to anybody while it runs, a notice at the employer to those who work there, both to the
/// employer's personnel office for good.
/// </summary>
public static class GetPublicity
{
    /// <param name="Notice">The notice.</param>
    public sealed record Query(PublicityNoticeId Notice) : IRequest<Result>;

    /// <param name="Posted">What it says.</param>
    /// <param name="Kind">Where it is posted.</param>
    /// <param name="Status">What became of it.</param>
    public sealed record Result(PostedName Posted, PublicityKind Kind, PublicityStatus Status);

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var found = await db.PublicityNotices.Where(n => n.Id == query.Notice)
                .Select(n => new
                {
                    Notice = n,
                    Poster = db.Organisations.First(o => o.Id == n.Poster),
                    Employer = db.Declarations.Where(d => d.Id == n.Declaration).Select(d => d.Employer).First(),
                })
                .AsNoTracking().SingleOrDefaultAsync(ct);
            return found is not null && await MaySeeAsync(found.Notice, found.Employer, ct)
                ? new Result(PostedName.Of(found.Notice, found.Poster), found.Notice.Kind, found.Notice.Status)
                : throw new NotFoundException();
        }

        private async Task<bool> MaySeeAsync(PublicityNotice notice, OrganisationId employer, CancellationToken ct)
        {
            if (user.Has(Role.EmployerHr, employer))
            {
                return true;
            }

            var readable = notice.Status == PublicityStatus.Running && notice.LastDay >= clock.Today();
            return readable && (notice.Kind == PublicityKind.Result
                || await db.People.AnyAsync(p => p.Id == user.Person && p.Employer == employer, ct));
        }
    }
}
