using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
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
    /// <param name="MayObject">Whether the reader may object to it now.</param>
    /// <param name="ReceivesObjections">Whether the reader's office receives objections to it.</param>
    public sealed record Result(
        PostedName Posted, PublicityKind Kind, PublicityStatus Status, bool MayObject, bool ReceivesObjections);

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
            return found is not null && await db.MayReadAsync(user, found.Notice, found.Employer, clock.Today(), ct)
                ? new Result(
                    PostedName.Of(found.Notice, found.Poster), found.Notice.Kind, found.Notice.Status,
                    found.Notice.Status == PublicityStatus.Running && clock.GetUtcNow() < found.Notice.EndsAt,
                    user.Has(found.Notice.Receiver(), found.Notice.Poster))
                : throw new NotFoundException();
        }
    }
}
