using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>Shows where a case stands: whose turn it is and until when, the five stages, what comes next, what happened.</summary>
public static partial class GetDeclaration
{
    /// <param name="Declaration">The case.</param>
    public sealed record Query(DeclarationId Declaration) : IRequest<Result>;

    internal sealed class Handler(
        TitleDb db,
        ICurrentUser user,
        DeclarationAccess access,
        RoadAhead road,
        OfficialCalendar calendar,
        TimeProvider clock) : IRequestHandler<Query, Result>
    {
        private const int StepsShown = 5;
        private const int NoticesShown = 4;

        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var sight = await access.SightOfAsync(query.Declaration, ct);
            var declaration = await db.Declarations.AsNoTracking().SingleAsync(d => d.Id == query.Declaration, ct);
            var blind = sight.Blinds(declaration);
            var tells = Discretion.TellsStep(sight, declaration.Status);
            var plan = await db.Plans.Where(p => p.Id == declaration.Plan)
                .Select(p => new { p.Title, p.EnglishTitle, p.ClosesOn }).SingleAsync(ct);
            return new Result(
                declaration.Id,
                declaration.Number,
                sight,
                plan.Title,
                plan.EnglishTitle,
                ProfessionalTitle.Name(declaration.Series, declaration.Level),
                declaration.Series,
                declaration.Specialty,
                declaration.Level,
                declaration.Channel,
                declaration.Year,
                blind?.Number ?? await db.People.Where(p => p.Id == declaration.Applicant).Select(p => p.Name).SingleAsync(ct),
                blind is null ? (await OfficeAsync(declaration.Employer, ct))! : OfficeName.Unnamed,
                Discretion.StatusFor(sight, declaration.Status),
                declaration.Stage,
                declaration.IsLive,
                blind is null ? declaration.EndReason : blind.Text(declaration.EndReason),
                plan.ClosesOn,
                declaration.SubmittedAt,
                declaration.ReceiptNumber,
                declaration.SnapshotHash,
                StageLine.Of(declaration.Status, declaration.Stage, declaration.IsLive, declaration.StageEnteredAt),
                await TurnAsync(declaration, tells, ct),
                tells && declaration.IsLive ? await road.OfAsync(declaration, StepsShown, ct) : [],
                await HistoryLine.ReadAsync(db, declaration, sight, ct),
                sight == Sight.Own ? await NoticesAsync(declaration.Id, ct) : [],
                sight == Sight.Own ? declaration.ReturnedSections : [],
                sight == Sight.Own || sight == Sight.Office || sight == Sight.Employer
                    ? await db.SupplementNotices.AsNoTracking().Where(n => n.Declaration == declaration.Id)
                        .Select(n => n.Items).SingleOrDefaultAsync(ct) ?? []
                    : [],
                sight == Sight.Own && declaration.IsLive && declaration.Result is null && !await MeetingOpenedAsync(declaration.Id, ct),
                await db.Certificates.Where(c => c.Declaration == declaration.Id)
                    .OrderByDescending(c => c.IssuedOn).Select(c => c.Number).FirstOrDefaultAsync(ct),
                await ReexaminationAsync(declaration, sight, ct),
                declaration.AcceptedAt,
                sight == Sight.Own ? await DefenceAsync(declaration.Id, ct) : null);
        }

        private async Task<Turn> TurnAsync(Declaration declaration, bool tells, CancellationToken ct)
        {
            if (!declaration.IsLive || !tells)
            {
                var committee = declaration.IsLive ? await OfficeAsync(declaration.Committee, ct) : null;
                return new Turn(null, null, null, null, committee, null, null, null, null);
            }

            var mine = await db.WorkItems.AsNoTracking()
                .Where(w => w.Declaration == declaration.Id && w.Status == WorkItemStatus.Open && w.Assignee == declaration.Applicant)
                .OrderByDescending(w => w.CreatedAt).FirstOrDefaultAsync(ct);
            var open = mine ?? await db.WorkItems.AsNoTracking()
                .Where(w => w.Declaration == declaration.Id && w.Status == WorkItemStatus.Open)
                .OrderByDescending(w => w.CreatedAt).FirstOrDefaultAsync(ct);
            var days = await calendar.GetAsync(ct);
            var today = clock.Today();
            return new Turn(
                mine is not null && user.Person == declaration.Applicant ? mine.Id : null,
                mine?.Form,
                open?.Title,
                open?.EnglishTitle,
                mine is null && declaration.WithOffice is { } office ? await OfficeAsync(office, ct) : null,
                declaration.DueOn,
                declaration.DueOn is { } due ? days.DaysLeft(today, due) : null,
                declaration.DueOn is { } past ? days.DaysOver(today, past) : null,
                await RulerAsync(declaration, open, days, today, ct));
        }

        // A name that is posted has stored days; every other step's days follow from when it came up.
        private async Task<Ruler?> RulerAsync(
            Declaration declaration, WorkItem? open, WorkingCalendar days, DateOnly today, CancellationToken ct)
        {
            if (declaration.DueOn is not { } due)
            {
                return null;
            }

            return open is not null
                ? Ruler.Of(days, open.CreatedAt.LegalDate(), due, today)
                : await db.PublicityNotices.AsNoTracking()
                    .Where(n => n.Declaration == declaration.Id && n.LastDay == due).Select(n => n.Days)
                    .FirstOrDefaultAsync(ct) is { Count: > 0 } posted
                    ? Ruler.Of(days, posted, today)
                    : null;
        }

        private async Task<OfficeName?> OfficeAsync(Domain.Organisations.OrganisationId id, CancellationToken ct) =>
            await db.Organisations.Where(o => o.Id == id).Select(o => new OfficeName(o.Name, o.EnglishName, o.Phone))
                .SingleOrDefaultAsync(ct);

        private Task<bool> MeetingOpenedAsync(DeclarationId id, CancellationToken ct) => db.MeetingCases.AnyAsync(
            c => c.Declaration == id && c.IsLive && db.Meetings.Any(
                m => m.Id == c.Meeting && m.Status != Domain.Assessments.MeetingStatus.Planned),
            ct);

        private async Task<ReexaminationLine?> ReexaminationAsync(Declaration declaration, Sight sight, CancellationToken ct)
        {
            if (sight is not (Sight.Own or Sight.Office))
            {
                return null;
            }

            var requests = await db.Reexaminations.CountAsync(r => r.Declaration == declaration.Id, ct);
            return requests > 0 || declaration.ReexaminableUntil is not null
                ? new ReexaminationLine(declaration.ReexaminableUntil, requests)
                : null;
        }

        private async Task<DefenceLine?> DefenceAsync(DeclarationId id, CancellationToken ct) =>
            (await db.OralDefences.AsNoTracking()
                .Where(d => d.Declaration == id && db.DefenceSchedules.Any(s => s.Id == d.Schedule && s.PublishedAt != null))
                .Select(d => new DefenceLine(d.StartsAt, d.Room, d.Outcome)).ToListAsync(ct))
            .MaxBy(d => d.StartsAt);

        private async Task<IReadOnlyList<NoticeLine>> NoticesAsync(DeclarationId id, CancellationToken ct)
        {
            var page = $"/declarations/{id}";
            var tasks = await db.WorkItems.Where(w => w.Declaration == id && w.Assignee == user.Person)
                .Select(w => w.Id).ToListAsync(ct);
            string[] links = [page, page + "/supplement", page + "/reexamination", .. tasks.Select(t => $"/work-items/{t}")];
            return await db.Notices.AsNoTracking()
                .Where(n => n.Person == user.Person && n.Link != null && links.Contains(n.Link))
                .OrderByDescending(n => n.At).Take(NoticesShown)
                .Select(n => new NoticeLine(n.Id, n.Text, n.Values, n.Link, n.At, n.ReadAt != null)).ToListAsync(ct);
        }
    }
}
