using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>
/// The unit hands its application in, to its district first where that has an officer; refused while a line of its standard lies below
/// the national floor.
/// </summary>
public static class SubmitPilot
{
    /// <param name="Application">The application.</param>
    public sealed record Command(PilotApplicationId Application) : IRequest, ICommand
    {
        string ICommand.Subject => Application.ToString();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, Jurisdiction jurisdiction, NoticeDesk notices, TimeProvider clock)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var application = await db.FindOwnPilotAsync(user, command.Application, ct);
            var district = await DistrictAsync(application.Unit, ct);
            application.Submit(district is not null, user.Person!.Value, clock.GetUtcNow());
            if (district is { } office)
            {
                await notices.TellHoldersAsync(
                    Role.DistrictOfficer, office, "notice.pilot-to-check", $"/pilots/{application.Id}", ct, application.Number);
            }
        }

        // A district whose office nobody holds would keep the application for ever.
        private async Task<OrganisationId?> DistrictAsync(OrganisationId unit, CancellationToken ct)
        {
            var today = clock.Today();
            var district = (await jurisdiction.PathAsync(unit, ct)).FirstOrDefault(o => o.Kind == OrganisationKind.District)?.Id;
            return await db.Grants.AnyAsync(
                g => g.Role == Role.DistrictOfficer && g.Organisation == district && g.From <= today && (g.To == null || g.To >= today), ct)
                ? district
                : null;
        }
    }
}
