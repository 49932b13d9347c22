using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.Workflows.Figures;
using TitleWorkflow.Application.Workflows.Simulation;
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
        group.MapGet("/{definitionId}/figures", FiguresAsync)
            .ForRoles(FlowReaders.OfFigures)
            .WithName("GetFlowFigures")
            .WithSummary("How the latest cases fared at each step: visits, working days (median, nine of ten), returns.");
        group.MapGet("/{definitionId}/simulation", SimulateAsync)
            .ForRoles(FlowReaders.Roles)
            .WithName("SimulateFlow")
            .WithSummary("Rehearses a version or the draft: every outcome of every step once, and the latest finished `cases` with "
                + "their recorded decisions. Nothing is written.");
        group.MapGet("/{definitionId}/comparison", CompareAsync)
            .ForRoles(FlowReaders.Roles)
            .WithName("CompareFlowVersions")
            .WithSummary("Compares two versions, or a version with the draft: step by step and line by line.");
        group.MapGet("/{definitionId}/migration", MovableAsync)
            .ForRoles(InstanceReaders.Migrators)
            .WithName("ListMovableCases")
            .WithSummary("Running cases on other versions than `target` (a number; the one in force if left out), each with a dry run.");
        group.MapPost("/{definitionId}/migration", MigrateAsync)
            .ForRoles(InstanceReaders.Migrators)
            .WithName("MigrateCases")
            .WithSummary("Lets chosen cases go on in another version, each exactly as previewed; what has moved meanwhile stays.");
    }

    /// <param name="Target">The version to go on in.</param>
    /// <param name="Cases">The cases chosen, each with what its dry run gave.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record MigrationBody(string Target, IReadOnlyList<MigrateCases.Case> Cases, string Reason);

    private static async Task<Ok<GetFlowFigures.Result>> FiguresAsync(string definitionId, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetFlowFigures.Query(definitionId), ct));

    private static async Task<Ok<SimulateFlow.Result>> SimulateAsync(
        string definitionId, ISender sender, CancellationToken ct, int? version = null, int cases = 20) =>
        TypedResults.Ok(await sender.Send(new SimulateFlow.Query(definitionId, version, cases), ct));

    private static async Task<Ok<CompareFlowVersions.Result>> CompareAsync(
        string definitionId, ISender sender, CancellationToken ct, int? from = null, int? to = null) =>
        TypedResults.Ok(await sender.Send(new CompareFlowVersions.Query(definitionId, from, to), ct));

    private static async Task<Ok<ListMovableCases.Result>> MovableAsync(
        string definitionId, ISender sender, CancellationToken ct, int? target = null) =>
        TypedResults.Ok(await sender.Send(new ListMovableCases.Query(definitionId, target), ct));

    private static async Task<Ok<MigrateCases.Result>> MigrateAsync(
        string definitionId, MigrationBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new MigrateCases.Command(definitionId, body.Target, body.Cases, body.Reason), ct));

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
