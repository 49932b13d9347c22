using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Committees;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Review committees: who sits in them, and appointment from the expert pool.</summary>
internal static class CommitteeEndpoints
{
    /// <param name="Seats">Everybody who is to sit in it from now on: person and position (Director, Deputy, Member, Alternate).</param>
    internal sealed record AppointBody(IReadOnlyList<CommitteeSeat> Seats);

    public static void MapCommittees(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/committees").WithTags("Committees");
        group.MapGet("/", (ISender sender, CancellationToken ct) => sender.Send(new ListCommittees.Query(), ct))
            .ForRoles(Role.CommitteeOffice, Role.OrganisingOfficer, Role.Auditor)
            .WithName("ListCommittees")
            .WithSummary("Lists the committees one works for, set up, or audits.");
        group.MapGet("/{id:guid}", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetCommittee.Query(new OrganisationId(id)), ct))
            .ForRoles(Role.CommitteeOffice, Role.OrganisingOfficer, Role.Auditor)
            .WithName("GetCommittee")
            .WithSummary("Shows authorisation and members, and in `pool` the experts that may be appointed.");
        group.MapPost("/{id:guid}/appoint", AppointAsync)
            .ForRoles(Role.CommitteeOffice, Role.OrganisingOfficer)
            .WithName("AppointMembers")
            .WithSummary("Seats the whole committee anew: an odd number of members of the pool, one of them director; "
                + "alternates come on top. Meetings already called keep their seats.");
    }

    private static async Task<NoContent> AppointAsync(Guid id, AppointBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new AppointMembers.Command(new OrganisationId(id), body.Seats), ct);

        return TypedResults.NoContent();
    }
}
