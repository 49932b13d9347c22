using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Plans;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Annual plans as committees propose and the city approves them; the approved ones are what applicants find under /plans.</summary>
internal static class PlanEndpoints
{
    internal static readonly Role[] Proposing = [Role.CommitteeOffice, Role.OrganisingOfficer];

    internal static readonly Role[] Readers = [.. Proposing, Role.CityOfficer, Role.Auditor];

    /// <param name="Committee">The committee; see GET /plan-proposals/choices.</param>
    /// <param name="Year">Plan year.</param>
    /// <param name="Level">Level to be reviewed.</param>
    /// <param name="Terms">What is proposed.</param>
    /// <param name="Channel">Channel; left out for the one a pilot reviews by, and for the ordinary one.</param>
    internal sealed record ProposalBody(
        OrganisationId Committee, int Year, TitleLevel Level, PlanTerms Terms, Channel? Channel = null);

    /// <param name="Revision">The save of the proposal the approver has seen.</param>
    internal sealed record ApprovalBody(int Revision);

    /// <param name="Reason">Why.</param>
    internal sealed record ReturnBody(string Reason);

    public static void MapPlanProposals(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/plan-proposals").WithTags("Plans");
        group.MapGet("/", (ISender sender, CancellationToken ct) => sender.Send(new ListPlanProposals.Query(), ct))
            .ForRoles(Readers).WithName("ListPlanProposals")
            .WithSummary("Lists the annual plans of one's committees or city, those that wait first.");
        group.MapGet("/choices", (ISender sender, CancellationToken ct) => sender.Send(new GetPlanChoices.Query(), ct))
            .ForRoles(Proposing).WithName("GetPlanChoices")
            .WithSummary("Shows for which committees, levels and rule sets one may propose a plan.");
        group.MapGet("/{id:guid}", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetPlanProposal.Query(new PlanProposalId(id)), ct))
            .ForRoles(Readers).WithName("GetPlanProposal")
            .WithSummary("Shows one plan beside the authorisation it must lie within.");
        group.MapPost("/", ProposeAsync)
            .ForRoles(Proposing).WithName("ProposePlan")
            .WithSummary("Proposes a committee's plan of a year for a level; refused outside the authorisation.");
        group.MapPut("/{id:guid}", ReviseAsync)
            .ForRoles(Proposing).WithName("RevisePlan")
            .WithSummary("Changes a plan whose window has not opened; it waits for approval again.");
        group.MapPost("/{id:guid}/approve", (Guid id, ApprovalBody body, ISender sender, CancellationToken ct) =>
                sender.Send(new ApprovePlan.Command(new PlanProposalId(id), body.Revision), ct))
            .ForRoles(Role.CityOfficer).WithName("ApprovePlan")
            .WithSummary("Approves a plan; applicants find it from now on.");
        group.MapPost("/{id:guid}/return", ReturnAsync)
            .ForRoles(Role.CityOfficer).WithName("ReturnPlan").WithSummary("Sends a proposed plan back with a reason.");
    }

    private static async Task<Created<ProposePlan.Result>> ProposeAsync(ProposalBody body, ISender sender, CancellationToken ct)
    {
        var proposed = await sender.Send(new ProposePlan.Command(body.Committee, body.Year, body.Level, body.Terms, body.Channel), ct);

        return TypedResults.Created($"/api/v1/plan-proposals/{proposed.Proposal}", proposed);
    }

    private static async Task<NoContent> ReviseAsync(Guid id, PlanTerms body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new RevisePlan.Command(new PlanProposalId(id), body), ct);

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ReturnAsync(Guid id, ReturnBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new ReturnPlan.Command(new PlanProposalId(id), body.Reason), ct);

        return TypedResults.NoContent();
    }
}
