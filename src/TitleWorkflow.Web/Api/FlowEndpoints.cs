using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Workflows;

namespace TitleWorkflow.Web.Api;

/// <summary>The flows cases run on.</summary>
internal static class FlowEndpoints
{
    public static void MapFlows(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/flows").WithTags("Flows");
        group.MapGet("/", ListAsync)
            .ForRoles(FlowReaders.Roles)
            .WithName("ListFlows")
            .WithSummary("Lists the flows: version in force, draft awaiting approval, running cases.");
        group.MapGet("/{definitionId}", GetAsync)
            .ForRoles(FlowReaders.Roles)
            .WithName("GetFlow")
            .WithSummary("Shows a flow's versions; drafts with their errors and what they would change.");
        group.MapPost("/versions/{id}/publish", PublishAsync)
            .ForRoles(Role.ProcessDesigner)
            .WithName("PublishFlowVersion")
            .WithSummary("Approves a version that somebody else stored: new cases take it, running cases stay on theirs. "
                + "A version below the legal floor is answered with 400 and the JSON paths of what is wrong.");
        group.MapDelete("/versions/{id}", DeleteAsync)
            .ForRoles(Role.ProcessDesigner)
            .WithName("DeleteFlowVersion")
            .WithSummary("Deletes a version that is not in force and that no case has ever run on.");
        group.MapGet("/{definitionId}/picture", PictureAsync)
            .ForRoles(FlowReaders.WithCases)
            .WithName("GetFlowPicture")
            .WithSummary("Draws a flow as SVG; with `declaration`, offices see the finished path and the present step of that case.")
            .Produces<string>(contentType: "image/svg+xml");
    }

    private static async Task<Ok<ListFlows.Result>> ListAsync(ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListFlows.Query(), ct));

    private static async Task<Ok<GetFlow.Result>> GetAsync(string definitionId, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetFlow.Query(definitionId), ct));

    private static async Task<NoContent> PublishAsync(string id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new PublishFlowVersion.Command(id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DeleteAsync(string id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new DeleteFlowVersion.Command(id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<ContentHttpResult> PictureAsync(
        string definitionId, ISender sender, FlowPicture picture, CancellationToken ct, int? version = null, Guid? declaration = null)
    {
        var drawn = await sender.Send(
            new GetFlowPicture.Query(definitionId, version, declaration is { } id ? new DeclarationId(id) : null), ct);
        return TypedResults.Content(picture.Draw(drawn), "image/svg+xml");
    }
}
