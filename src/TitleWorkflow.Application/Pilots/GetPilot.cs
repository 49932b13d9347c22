using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>
/// Shows one application: what is applied for, every line of the standard beside the national one, the authorisation, the reports.
/// </summary>
public static class GetPilot
{
    /// <param name="Application">The application.</param>
    public sealed record Query(PilotApplicationId Application) : IRequest<Result>;

    /// <param name="Application">The application.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Unit">The enterprise or association.</param>
    /// <param name="UnitName">Its Chinese name.</param>
    /// <param name="EnglishUnit">Its English name; null if it has none.</param>
    /// <param name="Channel">Whether its own staff or its trade.</param>
    /// <param name="Scope">What is applied for.</param>
    /// <param name="Secretary">Who runs the committee's office.</param>
    /// <param name="Flags">What is to be said about lines of the standard.</param>
    /// <param name="Status">Where it stands.</param>
    /// <param name="IsRenewal">Whether it renews an authorisation.</param>
    /// <param name="ReturnReason">Why it was sent back; null if it was not.</param>
    /// <param name="Authorization">Proposed or given; null before the evaluation.</param>
    /// <param name="OutstandingApproved">Whether the city approved paths of outstanding results.</param>
    /// <param name="EvaluatedBy">The officer who evaluated it; null before.</param>
    /// <param name="AuthorisedBy">The second officer; null before.</param>
    /// <param name="IsLive">Whether it is authorised today.</param>
    /// <param name="Committee">Its committee; null before.</param>
    /// <param name="CommitteeName">The committee's Chinese name; null before.</param>
    /// <param name="Figures">What came of its reviews; null before it is authorised.</param>
    /// <param name="WithdrawnOn">First day without the authorisation; null unless it was withdrawn.</param>
    /// <param name="WithdrawalReason">Why; null unless it was withdrawn.</param>
    /// <param name="Reports">Reports handed in, the latest year first.</param>
    /// <param name="Owed">Reports still owed, the earliest year first.</param>
    /// <param name="History">What happened, the newest first.</param>
    /// <param name="May">What the reader may do.</param>
    public sealed record Result(
        PilotApplicationId Application,
        string Number,
        OrganisationId Unit,
        string UnitName,
        string? EnglishUnit,
        Channel Channel,
        PilotScope Scope,
        string Secretary,
        IReadOnlyList<StandardFlag> Flags,
        PilotStatus Status,
        bool IsRenewal,
        string? ReturnReason,
        CommitteeAuthorization? Authorization,
        bool OutstandingApproved,
        string? EvaluatedBy,
        string? AuthorisedBy,
        bool IsLive,
        OrganisationId? Committee,
        string? CommitteeName,
        ReviewFigures? Figures,
        DateOnly? WithdrawnOn,
        string? WithdrawalReason,
        IReadOnlyList<Report> Reports,
        IReadOnlyList<OwedReport> Owed,
        IReadOnlyList<Entry> History,
        Acts May);

    /// <param name="Year">The year.</param>
    /// <param name="Figures">What the product had counted when it was handed in.</param>
    /// <param name="Words">What the unit says.</param>
    /// <param name="SubmittedAt">When it was handed in.</param>
    public sealed record Report(int Year, PilotYear Figures, string Words, DateTimeOffset SubmittedAt);

    /// <param name="At">When.</param>
    /// <param name="Act">What.</param>
    /// <param name="By">Who.</param>
    /// <param name="Note">Reason, document number or year; null where there is none.</param>
    public sealed record Entry(DateTimeOffset At, PilotAct Act, string By, string? Note);

    /// <param name="Revise">Change and hand in.</param>
    /// <param name="Check">Check for the district and pass on.</param>
    /// <param name="Evaluate">Evaluate.</param>
    /// <param name="Authorise">Authorise as the second officer.</param>
    /// <param name="SendBack">Send back.</param>
    /// <param name="Renew">Apply for the next authorisation.</param>
    /// <param name="Report">Report on a year.</param>
    /// <param name="Withdraw">Withdraw the authorisation.</param>
    public sealed record Acts(
        bool Revise, bool Check, bool Evaluate, bool Authorise, bool SendBack, bool Renew, bool Report, bool Withdraw);

    internal sealed class Handler(TitleDb db, ICurrentUser user, OfficialCalendar calendar, TimeProvider clock)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var a = await db.PilotsOf(user).AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Application, ct)
                ?? throw new NotFoundException();
            var organisations = await db.Organisations.AsNoTracking().Where(o => o.Id == a.Unit || o.Id == a.Committee)
                .ToDictionaryAsync(o => o.Id, ct);
            List<PersonId> people =
                [.. new[] { a.Scope.Secretary, a.EvaluatedBy, a.AuthorisedBy }.OfType<PersonId>(), .. a.History.Select(h => h.By)];
            var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
            var today = clock.Today();
            List<OwedReport> owed = [.. (await db.OwedReportsAsync(calendar, [a], today, ct)).SelectMany(o => o)];
            return new Result(
                a.Id, a.Number, a.Unit, organisations[a.Unit].Name, organisations[a.Unit].EnglishName, a.Channel, a.Scope,
                names[a.Scope.Secretary], UnitStandard.Check(a.Scope.Standard), a.Status, a.Renews is not null, a.ReturnReason,
                a.Authorization, a.OutstandingApproved,
                a.EvaluatedBy is { } first ? names[first] : null,
                a.AuthorisedBy is { } second ? names[second] : null,
                a.IsLiveOn(today),
                a.Committee,
                a.Committee is { } committee ? organisations[committee].Name : null,
                await FiguresAsync(a, ct),
                a.WithdrawnOn,
                a.WithdrawalReason,
                await db.PilotReports.Where(r => r.Committee == a.Committee).OrderByDescending(r => r.Year)
                    .Select(r => new Report(r.Year, r.Figures, r.Words, r.SubmittedAt)).ToListAsync(ct),
                owed,
                [.. a.History.AsEnumerable().Reverse().Select(h => new Entry(h.At, h.Act, names[h.By], h.Note))],
                await ActsAsync(a, owed.Count > 0, ct));
        }

        private async Task<ReviewFigures?> FiguresAsync(PilotApplication a, CancellationToken ct) =>
            !a.WasAuthorised
                ? null
                : (await ReviewCount.OfAsync(db, db.Declarations.Where(d => d.Committee == a.Committee), ct))
                    .Aggregate(ReviewFigures.None, (sum, c) => sum + c.Figures);

        private async Task<Acts> ActsAsync(PilotApplication a, bool owes, CancellationToken ct)
        {
            var own = user.AppliesFor().Contains(a.Unit);
            var decides = await db.AreaOf(user.OfficesOf(Role.CityOfficer)).ContainsAsync(a.Unit, ct);
            var checks = a.Status == PilotStatus.WithDistrict
                && await db.AreaOf(user.OfficesOf(Role.DistrictOfficer)).ContainsAsync(a.Unit, ct);
            return new Acts(
                own && a.Status is (PilotStatus.Draft or PilotStatus.Returned),
                checks,
                decides && a.Status == PilotStatus.Submitted,
                decides && a.Status == PilotStatus.Evaluated && a.EvaluatedBy != user.Person,
                checks || (decides && a.Status is (PilotStatus.Submitted or PilotStatus.Evaluated)),
                own && a.WasAuthorised && !await db.PilotApplications.AnyAsync(p => p.Renews == a.Id, ct),
                own && owes,
                decides && a.Status == PilotStatus.Authorised);
        }
    }
}
