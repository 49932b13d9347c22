using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Instances;

/// <summary>An instance with what it runs on and for whom.</summary>
/// <param name="Row">How it is stored; not tracked.</param>
/// <param name="Instance">Its state; a copy, which the engine does not see.</param>
/// <param name="Version">The version it runs on.</param>
/// <param name="Document">That version's document, the flows it uses as steps written out.</param>
/// <param name="Declaration">Its case, tracked; null if it has none.</param>
internal sealed record InstanceFile(
    InstanceRow Row, WorkflowInstance Instance, WorkflowVersion Version, WorkflowDocument Document, Declaration? Declaration)
{
    private readonly Dictionary<string, ActivityNode> nodes = Document.Nodes.DistinctBy(n => n.NodeId).ToDictionary(n => n.NodeId);

    /// <summary>Whether it has ended otherwise than by an incident.</summary>
    public bool IsOver => Instance is { Status: WorkflowStatus.Finished, SubStatus: not WorkflowSubStatus.Faulted };

    /// <summary>The step at a path of ids; null for the workflow itself.</summary>
    public ActivityNode? NodeAt(string nodeId) => nodes.GetValueOrDefault(nodeId);

    /// <summary>The name of the step at a path of ids.</summary>
    public StepName StepAt(string nodeId) => NodeAt(nodeId) is { } node
        ? StepName.Of(node)
        : new StepName(nodeId.Split(':')[^1], nodeId == ActivityNode.WorkflowId ? Version.Name : nodeId.Split(':')[^1], null);

    /// <summary>The name of a step by its id in the document.</summary>
    public StepName StepOf(string activityId) =>
        nodes.Values.FirstOrDefault(n => n.Id == activityId) is { } node
            ? StepName.Of(node)
            : new StepName(activityId, activityId, null);

    /// <summary>An open execution; null if it is over, or is the workflow itself.</summary>
    public ActiveActivity? OpenStep(string activityInstanceId) => Instance.ActiveActivities()
        .FirstOrDefault(a => a.InstanceId == activityInstanceId && a.NodeId != ActivityNode.WorkflowId);
}

/// <summary>Finds instances with what belongs to them.</summary>
internal sealed class InstanceFiles(TitleDb db, StepTypes types)
{
    /// <exception cref="NotFoundException">There is no such instance.</exception>
    public async Task<InstanceFile> FindAsync(string instanceId, CancellationToken ct)
    {
        var row = await db.WorkflowInstances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == instanceId, ct)
            ?? throw new NotFoundException();
        var version = await db.WorkflowVersions.AsNoTracking().SingleAsync(v => v.Id == row.VersionId, ct);
        var declaration = row.Declaration is { } id ? await db.Declarations.SingleOrDefaultAsync(d => d.Id == id, ct) : null;
        var instance = WorkflowInstance.FromJson(row.State);
        var document = WorkflowDocument.Parse(version.Json);
        var whole = new InlinedWorkflow(document, await types.ForAsync(document, instance, ct));
        return new InstanceFile(row, instance, version, whole.Document, declaration);
    }
}
