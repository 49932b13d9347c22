using System.Text;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Workflows;

namespace TitleWorkflow.Web.Studio;

/// <summary>What the designer reads of flows.</summary>
internal static class DesignEndpoints
{
    /// <summary>Carries the token of what is shown; a save sends it back, so that nobody overwrites what they have not seen.</summary>
    public const string Revision = "X-Revision";

    public static void MapDesigns(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/workflow-definitions");
        group.MapGet("/", ListAsync).ForRoles(FlowReaders.Roles);
        group.MapGet("/by-definition-id/{definitionId}", LatestAsync).ForRoles(FlowReaders.Roles);
        group.MapGet("/by-id/{versionId}", VersionAsync).ForRoles(FlowReaders.Roles);
        group.MapGet("/{definitionId}/export", ExportAsync).ForRoles(FlowReaders.Roles);
        group.MapGet("/validation/is-name-unique", IsNameUniqueAsync).ForRoles(FlowReaders.Roles);
    }

    /// <summary>Answers with a state of a flow and its token.</summary>
    public static JsonObject Answer(HttpContext http, DesignJson json, FlowDesign design)
    {
        http.Response.Headers[Revision] = design.Token;
        return json.Of(design);
    }

    private static async Task<Ok<JsonObject>> ListAsync(
        ISender sender,
        DesignJson json,
        CancellationToken ct,
        string? versionOptions = null,
        [FromQuery] string[]? definitionIds = null,
        [FromQuery] string[]? ids = null,
        string? searchTerm = null,
        int page = 0,
        int pageSize = 100)
    {
        var found = (await sender.Send(new ListFlowDesigns.Query(versionOptions, definitionIds, ids, searchTerm), ct)).Designs;
        return TypedResults.Ok(new JsonObject
        {
            ["items"] = new JsonArray([.. found.Skip(page * pageSize).Take(pageSize).Select(json.Summary)]),
            ["totalCount"] = found.Count,
            ["links"] = new JsonArray(),
        });
    }

    private static async Task<Ok<JsonObject>> LatestAsync(
        string definitionId, ISender sender, DesignJson json, HttpContext http, CancellationToken ct, string? versionOptions = null) =>
        TypedResults.Ok(Answer(http, json, await sender.Send(new GetFlowDesign.Query(definitionId, Which: versionOptions), ct)));

    private static async Task<Ok<JsonObject>> VersionAsync(
        string versionId, ISender sender, DesignJson json, HttpContext http, CancellationToken ct) =>
        TypedResults.Ok(Answer(http, json, await sender.Send(new GetFlowDesign.Query(VersionId: versionId), ct)));

    private static async Task<FileContentHttpResult> ExportAsync(
        string definitionId, ISender sender, CancellationToken ct, string? versionOptions = null)
    {
        var file = await sender.Send(new ExportFlow.Query(definitionId, versionOptions), ct);
        return TypedResults.File(Encoding.UTF8.GetBytes(file.Text), "application/json", file.FileName);
    }

    private static async Task<Ok<NameAnswer>> IsNameUniqueAsync(
        [FromQuery] string name, ISender sender, CancellationToken ct, string? definitionId = null)
    {
        var designs = (await sender.Send(new ListFlowDesigns.Query("LatestOrPublished"), ct)).Designs;
        return TypedResults.Ok(new NameAnswer(!designs.Any(d => d.Name == name && d.DefinitionId != definitionId)));
    }

    /// <param name="IsUnique">Whether no other flow is called so.</param>
    internal sealed record NameAnswer(bool IsUnique);
}
