using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Studio;

/// <summary>What the designer writes: drafts, and what becomes of them.</summary>
internal static class DesignWriteEndpoints
{
    /// <summary>Says that the person was shown which steps go, and means it.</summary>
    public const string StepsMayGo = "X-Steps-May-Go";

    public static void MapDesignWrites(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/workflow-definitions");
        group.MapPost("/", SaveAsync).ForRoles(StudioSetup.Writers);
        group.MapPost("/import", ImportAsync).ForRoles(StudioSetup.Writers);
        group.MapPost("/{definitionId}/publish", SubmitAsync).ForRoles(StudioSetup.Writers);
        group.MapPost("/{definitionId}/retract", WithdrawAsync).ForRoles(StudioSetup.Writers);
        group.MapPost("/{definitionId}/revert/{version:int}", RevertAsync).ForRoles(StudioSetup.Writers);
        group.MapDelete("/{definitionId}", DiscardAsync).ForRoles(StudioSetup.Writers);
        api.MapDelete("/workflow-definition-versions/{versionId}", DeleteVersionAsync).ForRoles(Role.ProcessDesigner);
    }

    private static async Task<IResult> SaveAsync(
        JsonObject body, ISender sender, DesignJson json, IStringLocalizer texts, HttpContext http, CancellationToken ct)
    {
        var model = body["model"] as JsonObject ?? throw new BadHttpRequestException("The member 'model' is missing.");
        var saved = await sender.Send(Command(model, http) with { Submits = body["publish"]?.GetValueKind() == JsonValueKind.True }, ct);
        var design = await sender.Send(new GetFlowDesign.Query(saved.DefinitionId), ct);
        var answer = DesignEndpoints.Answer(http, json, design);
        return saved.Submitted is null && saved.Errors.Count == 0
            ? TypedResults.Ok(new JsonObject { ["workflowDefinition"] = answer, ["alreadyPublished"] = false, ["consumingWorkflowCount"] = 0 })
            : Told(saved.Submitted, saved.Errors, texts);
    }

    private static async Task<IResult> ImportAsync(
        JsonObject model, ISender sender, DesignJson json, HttpContext http, CancellationToken ct)
    {
        var saved = await sender.Send(Command(model, http) with { IsImport = true }, ct);
        return TypedResults.Ok(DesignEndpoints.Answer(http, json, await sender.Send(new GetFlowDesign.Query(saved.DefinitionId), ct)));
    }

    private static async Task<IResult> SubmitAsync(string definitionId, ISender sender, IStringLocalizer texts, CancellationToken ct)
    {
        var result = await sender.Send(new SubmitFlowDraft.Command(definitionId), ct);
        return Told(result.Submitted, result.Errors, texts);
    }

    private static async Task<IResult> WithdrawAsync(
        string definitionId, ISender sender, DesignJson json, HttpContext http, CancellationToken ct)
    {
        await sender.Send(new WithdrawFlowVersion.Command(definitionId), ct);
        return TypedResults.Ok(DesignEndpoints.Answer(http, json, await sender.Send(new GetFlowDesign.Query(definitionId), ct)));
    }

    private static async Task<IResult> RevertAsync(
        string definitionId, int version, ISender sender, DesignJson json, HttpContext http, CancellationToken ct)
    {
        await sender.Send(new RestoreFlowState.Command(definitionId, Version: version), ct);
        var design = await sender.Send(new GetFlowDesign.Query(definitionId), ct);
        http.Response.Headers[DesignEndpoints.Revision] = design.Token;
        return TypedResults.Ok(json.Summary(design));
    }

    private static async Task<IResult> DiscardAsync(string definitionId, ISender sender, CancellationToken ct)
    {
        await sender.Send(new DiscardFlowDraft.Command(definitionId), ct);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> DeleteVersionAsync(string versionId, ISender sender, CancellationToken ct)
    {
        var design = await sender.Send(new GetFlowDesign.Query(VersionId: versionId), ct);
        await (design.IsDraft
            ? sender.Send(new DiscardFlowDraft.Command(design.DefinitionId), ct)
            : sender.Send(new DeleteFlowVersion.Command(versionId), ct));
        return TypedResults.NoContent();
    }

    // Flags, numbers and ids of what is sent are never trusted: the product gives them.
    private static SaveFlowDraft.Command Command(JsonObject model, HttpContext http)
    {
        foreach (var name in DesignJson.Envelope)
        {
            model.Remove(name);
        }

        return new SaveFlowDraft.Command(
            model["definitionId"]?.GetValueKind() == JsonValueKind.String ? model["definitionId"]!.ToString() : null,
            model.ToJsonString(),
            http.Request.Headers[DesignEndpoints.Revision] is [{ Length: > 0 } token] ? token : null,
            MayLoseSteps: http.Request.Headers[StepsMayGo] == "true");
    }

    // The designer shows nothing but the messages of a 400, so that is also how it is told that approval is under way.
    private static ValidationProblem Told(int? submitted, IReadOnlyList<DocumentError> errors, IStringLocalizer texts) => TypedResults.ValidationProblem(
        submitted is { } number
            ? new Dictionary<string, string[]> { ["submitted"] = [texts["designer.submitted", number]] }
            : errors.GroupBy(e => e.Path).ToDictionary(g => g.Key, g => g.Select(e => $"{e.Message} [{e.Code} {e.Path}]").ToArray()),
        title: submitted is { } version ? texts["designer.submitted", version] : texts["designer.refused"]);
}
