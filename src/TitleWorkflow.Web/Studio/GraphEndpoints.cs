using System.Text.Json.Nodes;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Workflows;

namespace TitleWorkflow.Web.Studio;

/// <summary>Where in a flow a step inside another step is found, for a viewer that shows one drawing at a time.</summary>
internal static class GraphEndpoints
{
    private const string Drawing = "Elsa.Flowchart";

    public static void MapGraphs(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/workflow-definitions/subgraph");
        group.MapGet("/{versionId}", StepAsync).ForRoles(FlowReaders.Roles);
        group.MapGet("/segments/{versionId}", WayAsync).ForRoles(FlowReaders.Roles);
    }

    private static async Task<Ok<JsonObject>> StepAsync(
        string versionId, string parentNodeId, ISender sender, ActivityCatalog catalog, CancellationToken ct) =>
        TypedResults.Ok(Node(await FindAsync(versionId, parentNodeId, sender, catalog, ct)));

    // From the outermost drawing inwards: each step that is opened, and through which of its doors.
    private static async Task<Ok<JsonObject>> WayAsync(
        string versionId, string childNodeId, ISender sender, ActivityCatalog catalog, CancellationToken ct)
    {
        var child = await FindAsync(versionId, childNodeId, sender, catalog, ct);
        var drawing = child;
        while (drawing.Parent is { } around && (drawing == child || drawing.Type != Drawing))
        {
            drawing = around;
        }

        var doors = new List<JsonNode>();
        for (var inner = drawing; inner.Parent is { } step; inner = step)
        {
            if (step.Type != Drawing)
            {
                doors.Insert(0, new JsonObject
                {
                    ["activityNodeId"] = step.NodeId,
                    ["activityId"] = step.Id,
                    ["activityType"] = step.Type,
                    ["portName"] = Door(inner),
                });
            }
        }

        return TypedResults.Ok(new JsonObject
        {
            ["childNode"] = Node(child),
            ["container"] = Node(drawing),
            ["pathSegments"] = new JsonArray([.. doors]),
        });
    }

    private static async Task<ActivityNode> FindAsync(
        string versionId, string nodeId, ISender sender, ActivityCatalog catalog, CancellationToken ct)
    {
        var design = await sender.Send(new GetFlowDesign.Query(VersionId: versionId), ct);
        return DesignerCopy.Show(WorkflowDocument.Parse(design.Json), design.Steps ?? catalog).Nodes.FirstOrDefault(n => n.NodeId == nodeId)
            ?? throw new NotFoundException();
    }

    // A port is called after the member that holds what is inside.
    private static string Door(ActivityNode inner)
    {
        var member = inner.Path[(inner.Path.LastIndexOf('.') + 1)..];
        return char.ToUpperInvariant(member[0]) + member[1..];
    }

    private static JsonObject Node(ActivityNode node) => new()
    {
        ["activity"] = node.Json.DeepClone(),
        ["port"] = null,
        ["nodeId"] = node.NodeId,
        ["parents"] = new JsonArray(),
        ["children"] = new JsonArray(),
    };
}
