using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Reviews;

/// <summary>Shows the one-time supplement notice of a case with every item, its answer and its files.</summary>
public static class GetSupplement
{
    /// <param name="Declaration">The case.</param>
    public sealed record Query(DeclarationId Declaration) : IRequest<Result>;

    /// <param name="Declaration">The case.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Applicant">Who applies.</param>
    /// <param name="Status">What became of the notice.</param>
    /// <param name="IssuedAt">When it was issued.</param>
    /// <param name="DueOn">Last day to answer, till 24:00.</param>
    /// <param name="Ruler">The days of its period.</param>
    /// <param name="Items">The defects.</param>
    /// <param name="AdditionAllowedFor">The supervisor's reason that allows one more item; null if none is allowed.</param>
    /// <param name="Acts">What the person asking may do now.</param>
    public sealed record Result(
        DeclarationId Declaration,
        string Number,
        string Applicant,
        SupplementStatus Status,
        DateTimeOffset IssuedAt,
        DateOnly DueOn,
        Ruler Ruler,
        IReadOnlyList<Item> Items,
        string? AdditionAllowedFor,
        Acts Acts);

    /// <param name="Number">From 1.</param>
    /// <param name="Text">What is missing.</param>
    /// <param name="Answer">The applicant's statement; null if none.</param>
    /// <param name="AddedFor">The supervisor's reason, for an item added after issue; null otherwise.</param>
    /// <param name="Files">What was attached to answer it.</param>
    public sealed record Item(
        int Number, string Text, string? Answer, string? AddedFor, IReadOnlyList<EvidenceLine> Files);

    /// <param name="Answer">The applicant may answer items and hand in.</param>
    /// <param name="AddItem">The organising unit may add an item, because the supervisor allowed it.</param>
    /// <param name="AllowAddition">The supervisor may allow one more item.</param>
    /// <param name="Overturn">The supervisor may overturn the lapse.</param>
    public sealed record Acts(bool Answer, bool AddItem, bool AllowAddition, bool Overturn);

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, DeclarationAccess access, OfficialCalendar calendar, TimeProvider clock)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var sight = await access.SightOfAsync(query.Declaration, ct);
            var notice = await db.SupplementNotices.AsNoTracking()
                .SingleOrDefaultAsync(n => n.Declaration == query.Declaration, ct);
            if (notice is null || sight.IsExpert())
            {
                throw new NotFoundException();
            }

            var declaration = await db.Declarations.Where(d => d.Id == query.Declaration)
                .Select(d => new
                {
                    d.Number,
                    d.Status,
                    Applicant = db.People.Where(p => p.Id == d.Applicant).Select(p => p.Name).First(),
                    Unit = db.Committees.Where(c => c.Id == d.Committee).Select(c => c.OrganisingUnit).First(),
                }).SingleAsync(ct);
            var files = await db.Evidence.AsNoTracking()
                .Where(e => e.Declaration == query.Declaration && e.DetachedAt == null).OrderBy(e => e.AttachedAt).ToListAsync(ct);
            var open = notice.Status == SupplementStatus.Open && clock.GetUtcNow() < notice.DueOn.EndsAt();
            var supervises = sight == Sight.Office && await access.SeesAsAsync(Role.Supervisor, query.Declaration, ct);
            return new Result(
                query.Declaration, declaration.Number, declaration.Applicant, notice.Status, notice.IssuedAt, notice.DueOn,
                Ruler.Of(await calendar.GetAsync(ct), notice.IssuedAt.LegalDate(), notice.DueOn, clock.Today()),
                [
                    .. notice.Items.Select(i => new Item(
                        i.Number, i.Text, i.Answer, i.AddedFor,
                        [.. files.Where(f => f.Fact == SupplementNotice.Fact(i.Number)).Select(EvidenceLine.Of)])),
                ],
                notice.AdditionAllowedFor,
                new Acts(
                    sight == Sight.Own && open,
                    open && notice.AdditionAllowedFor is not null && sight == Sight.Office
                        && user.Has(Role.OrganisingOfficer, declaration.Unit),
                    open && notice.AdditionAllowedFor is null && supervises,
                    declaration.Status == DeclarationStatus.DeemedWithdrawn && supervises));
        }
    }
}
