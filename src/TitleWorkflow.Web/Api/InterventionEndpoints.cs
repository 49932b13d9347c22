using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Workflows;

namespace TitleWorkflow.Web.Api;

/// <summary>Requests to skip a step or to end a flow, and the second person's decision.</summary>
internal static class InterventionEndpoints
{
    /// <param name="Reason">Why not.</param>
    internal sealed record DeclineBody(string Reason);

    public static void MapInterventions(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/interventions").WithTags("Instances");
        group.MapGet("/", ListAsync)
            .ForRoles(InstanceReaders.OfInterventions)
            .WithName("ListInterventions")
            .WithSummary("Lists requests to intervene in flows, 25 at a time, the latest first; `pending` keeps those that wait for a "
                + "second person; pass `next` of the answer as `after` for the following page.");
        group.MapGet("/{id:guid}", GetAsync)
            .ForRoles(InstanceReaders.OfInterventions)
            .WithName("GetIntervention")
            .WithSummary("Shows one request to intervene.");
        group.MapPost("/{id:guid}/approve", ApproveAsync)
            .ForRoles(InstanceReaders.Deciders)
            .WithName("ApproveIntervention")
            .WithSummary("Approves what somebody else asked for; it is carried out in the same commit.");
        group.MapPost("/{id:guid}/decline", DeclineAsync)
            .ForRoles(InstanceReaders.Deciders)
            .WithName("DeclineIntervention")
            .WithSummary("Declines what somebody else asked for; the flow stays as it is.");
        group.MapPost("/{id:guid}/take-back", TakeBackAsync)
            .ForRoles(Role.Administrator)
            .WithName("TakeBackIntervention")
            .WithSummary("Takes one's own request back before it is decided.");
    }

    private static async Task<Ok<ListInterventions.Result>> ListAsync(
        ISender sender, CancellationToken ct, bool pending = false, Guid? after = null) =>
        TypedResults.Ok(await sender.Send(
            new ListInterventions.Query(pending, after is { } id ? new InterventionId(id) : null), ct));

    private static async Task<Ok<ListInterventions.Row>> GetAsync(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetIntervention.Query(new InterventionId(id)), ct));

    private static async Task<NoContent> ApproveAsync(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new ApproveIntervention.Command(new InterventionId(id)), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DeclineAsync(Guid id, DeclineBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new DeclineIntervention.Command(new InterventionId(id), body.Reason), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> TakeBackAsync(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new TakeBackIntervention.Command(new InterventionId(id)), ct);
        return TypedResults.NoContent();
    }
}
