using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>
/// A second officer authorises an application (核准备案): its committee is set up, or renewed, and the one who runs its office gets
/// the roles that go with it.
/// </summary>
public static class AuthorisePilot
{
    /// <param name="Application">The application.</param>
    public sealed record Command(PilotApplicationId Application) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Application.ToString();
    }

    /// <param name="Committee">The unit's committee; it has no members yet unless it was renewed.</param>
    public sealed record Result(OrganisationId Committee);

    internal sealed class Handler(TitleDb db, ICurrentUser user, NoticeDesk notices, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var application = await db.FindPilotToDecideAsync(user, command.Application, ct);
            application.Authorise(application.Committee ?? OrganisationId.New(), user.Person!.Value, clock.GetUtcNow());
            var authorization = application.Authorization!;
            var committee = await db.Committees.SingleOrDefaultAsync(c => c.Id == application.Committee, ct);
            if (committee is null)
            {
                await SetUpAsync(application, authorization, ct);
            }
            else
            {
                committee.Renew(authorization);
            }

            await GrantAsync(application, ct);
            await notices.TellAsync(
                application.Scope.Secretary, "notice.pilot-authorised", $"/pilots/{application.Id}", ct, application.Number,
                Day(authorization.From), Day(authorization.To));
            journal.Detail = $"{authorization.DocumentNumber} {Day(authorization.From)} {Day(authorization.To)}";
            return new Result(application.Committee!.Value);
        }

        private async Task SetUpAsync(PilotApplication application, CommitteeAuthorization authorization, CancellationToken ct)
        {
            var unit = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == application.Unit, ct);
            db.Organisations.Add(PilotCommittee.Seat(application, unit));
            db.Committees.Add(new ReviewCommittee(
                application.Committee!.Value, unit.Id, application.Series, application.Specialty, application.Level, authorization));
        }

        // Open-ended: what was voted under an authorisation is posted and filed after its last day.
        private async Task GrantAsync(PilotApplication application, CancellationToken ct)
        {
            var secretary = application.Scope.Secretary;
            var today = clock.Today();
            var held = await db.Grants.Where(g => g.Person == secretary && g.From <= today && (g.To == null || g.To >= today))
                .Select(g => new { g.Role, g.Organisation }).ToListAsync(ct);
            (Role Role, OrganisationId At)[] needed =
                [(Role.OrganisingOfficer, application.Unit), (Role.CommitteeOffice, application.Committee!.Value)];
            db.Grants.AddRange(needed.Where(n => !held.Exists(h => h.Role == n.Role && h.Organisation == n.At))
                .Select(n => new Grant(secretary, n.Role, n.At, today)));
        }

        private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
