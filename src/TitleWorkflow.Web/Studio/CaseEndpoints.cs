using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Web.Api;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Workflows;

namespace TitleWorkflow.Web.Studio;

/// <summary>What the designer's viewer reads of cases: where they have been and where they stand. It changes nothing.</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this RouteGroupBuilder api)
    {
        var reads = api.MapGroup("");
        reads.MapGet("/workflow-instances/{id}", GetAsync).ForRoles(InstanceReaders.Roles);
        reads.MapGet("/workflow-instances/{id}/variables", VariablesAsync).ForRoles(InstanceReaders.Roles);
        reads.MapGet("/workflow-instances/{id}/execution-state", StateAsync).ForRoles(InstanceReaders.Roles);
        reads.MapGet("/activity-executions/list", ExecutionsAsync).ForRoles(InstanceReaders.Roles);
        reads.MapGet("/activity-execution-summaries/list", ExecutionsAsync).ForRoles(InstanceReaders.Roles);
        reads.MapGet("/activity-executions/by-id", ExecutionAsync).ForRoles(InstanceReaders.Roles);
        reads.MapGet("/activity-executions/{id}/call-stack", CallStackAsync).ForRoles(InstanceReaders.Roles);

        // Reads in the shape of writes.
        reads.MapPost("/workflow-instances", ListAsync).WithMetadata(new NeedsNoKey()).ForRoles(InstanceReaders.Roles);
        reads.MapPost("/workflow-instances/{id}/journal", JournalAsync).WithMetadata(new NeedsNoKey()).ForRoles(InstanceReaders.Roles);
        reads.MapPost("/activity-executions/report", ReportAsync).WithMetadata(new NeedsNoKey()).ForRoles(InstanceReaders.Roles);
    }

    /// <param name="Page">From 0.</param>
    /// <param name="PageSize">Rows on it.</param>
    /// <param name="SearchTerm">How a case's number begins; null for all.</param>
    /// <param name="DefinitionId">Only of this flow; null for all.</param>
    internal sealed record Wanted(int Page = 0, int PageSize = 10, string? SearchTerm = null, string? DefinitionId = null);

    /// <param name="ActivityNodeIds">Only lines of these steps; null or empty for all.</param>
    /// <param name="EventNames">Only these events; null or empty for all.</param>
    internal sealed record JournalFilter(IReadOnlyList<string>? ActivityNodeIds = null, IReadOnlyList<string>? EventNames = null);

    /// <param name="Filter">Which lines; null for all.</param>
    internal sealed record JournalWanted(JournalFilter? Filter = null);

    /// <param name="WorkflowInstanceId">The case.</param>
    /// <param name="ActivityNodeIds">The steps that are counted.</param>
    internal sealed record ReportWanted(string WorkflowInstanceId, IReadOnlyList<string>? ActivityNodeIds = null);

    // Cases are never counted: there may be a million. What is known is that there are these, and whether there are more.
    private static async Task<Ok<object>> ListAsync(Wanted wanted, ISender sender, CancellationToken ct)
    {
        var needed = (wanted.Page + 1) * wanted.PageSize;
        var found = new List<ListInstances.Row>();
        string? after = null;
        do
        {
            var page = await sender.Send(new ListInstances.Query(
                Number: string.IsNullOrWhiteSpace(wanted.SearchTerm) ? null : wanted.SearchTerm, Flow: wanted.DefinitionId, After: after), ct);
            found.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null && found.Count <= needed);

        var shown = found.Skip(wanted.Page * wanted.PageSize).Take(wanted.PageSize).ToList();
        var versions = (await sender.Send(new ListFlowDesigns.Query("AllVersions", [.. shown.Select(r => r.DefinitionId).Distinct()]), ct)).Designs
            .Where(d => !d.IsDraft).ToDictionary(d => (d.DefinitionId, d.Number), d => d.VersionId);
        return TypedResults.Ok<object>(new
        {
            Items = shown.Select(r => CaseJson.Row(r, versions.GetValueOrDefault((r.DefinitionId, r.Version)))),
            TotalCount = found.Count,
            Links = Array.Empty<object>(),
        });
    }

    private static async Task<Ok<object>> GetAsync(string id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(CaseJson.Of(await sender.Send(new GetInstanceTrace.Query(id), ct)));

    private static async Task<Ok<object>> VariablesAsync(string id, ISender sender, CancellationToken ct)
    {
        var variables = (await sender.Send(new GetInstanceTrace.Query(id), ct)).Variables;
        return Listed([.. variables.Where(v => v.Id.Length > 0).Select(v => new { v.Id, v.Name, Value = v.Value.Text })]);
    }

    private static async Task<Ok<object>> StateAsync(string id, ISender sender, CancellationToken ct)
    {
        var trace = await sender.Send(new GetInstanceTrace.Query(id), ct);
        return TypedResults.Ok<object>(new { trace.Status, WorkflowSubStatus = trace.SubStatus, trace.Summary.UpdatedAt });
    }

    private static async Task<Ok<object>> JournalAsync(
        string id, JournalWanted wanted, ISender sender, CancellationToken ct, int skip = 0, int take = 100)
    {
        var nodes = wanted.Filter?.ActivityNodeIds ?? [];
        var events = wanted.Filter?.EventNames ?? [];
        var lines = (await sender.Send(new GetInstanceTrace.Query(id), ct)).Journal
            .Where(l => nodes.Count == 0 || nodes.Contains(l.Place.NodeId))
            .Where(l => events.Count == 0 || events.Contains(l.Event)).ToList();
        return TypedResults.Ok<object>(new { Items = lines.Skip(skip).Take(take).Select(l => CaseJson.Line(id, l)), TotalCount = lines.Count });
    }

    private static async Task<Ok<object>> ReportAsync(ReportWanted wanted, ISender sender, CancellationToken ct)
    {
        var trace = await sender.Send(new GetInstanceTrace.Query(wanted.WorkflowInstanceId), ct);
        return TypedResults.Ok<object>(new { Stats = (wanted.ActivityNodeIds ?? []).Select(node => CaseJson.Count(node, trace)) });
    }

    private static async Task<Ok<object>> ExecutionsAsync(
        string workflowInstanceId, ISender sender, CancellationToken ct, string? activityNodeId = null)
    {
        var trace = await sender.Send(new GetInstanceTrace.Query(workflowInstanceId), ct);
        return Listed([
            .. trace.Executions.Where(e => activityNodeId is null || e.Place.NodeId == activityNodeId)
                .Select(e => CaseJson.Execution(workflowInstanceId, e, trace)),
        ]);
    }

    private static async Task<Ok<object>> ExecutionAsync(string id, ISender sender, CancellationToken ct)
    {
        var (instance, execution) = CaseJson.Split(id);
        var trace = await sender.Send(new GetInstanceTrace.Query(instance), ct);
        var found = trace.Executions.FirstOrDefault(e => e.Id == execution) ?? throw new Application.NotFoundException();
        return TypedResults.Ok(CaseJson.Execution(instance, found, trace));
    }

    // The steps a visit stands inside, outermost first: sub-flows and containers, down to the step itself.
    private static async Task<Ok<object>> CallStackAsync(string id, ISender sender, CancellationToken ct)
    {
        var (instance, execution) = CaseJson.Split(id);
        var trace = await sender.Send(new GetInstanceTrace.Query(instance), ct);
        var found = trace.Executions.FirstOrDefault(e => e.Id == execution) ?? throw new Application.NotFoundException();
        var around = trace.Executions
            .Where(e => e.Id == execution || (found.Place.NodeId.StartsWith(e.Place.NodeId + ":", StringComparison.Ordinal)
                && e.StartedAt <= found.StartedAt && (e.EndedAt is null || e.EndedAt >= found.StartedAt)))
            .OrderBy(e => e.Place.NodeId.Length).ThenBy(e => e.StartedAt)
            .Select((e, depth) => CaseJson.Execution(instance, e, trace, depth)).ToList();
        return TypedResults.Ok<object>(new { ActivityExecutionId = id, Items = around, TotalCount = around.Count });
    }

    private static Ok<object> Listed(IReadOnlyList<object> items) => TypedResults.Ok<object>(new { Items = items, items.Count });
}
