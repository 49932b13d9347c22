using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows.Figures;

/// <summary>One time that a case came to a step of its flow.</summary>
/// <param name="Step">The step, by the name it had then.</param>
/// <param name="Visit">When it began, when and how it ended.</param>
internal sealed record StepVisit(StepName Step, Visit Visit);

/// <summary>What one case has done in its flow.</summary>
/// <param name="Number">The declaration's number; null for an instance without a case.</param>
/// <param name="Version">Number of the version it runs on, or ended on.</param>
/// <param name="Instance">Its state.</param>
/// <param name="Visits">Its visits to the steps of the flowchart, in the order they began.</param>
internal sealed record CaseRun(string? Number, int Version, WorkflowInstance Instance, IReadOnlyList<StepVisit> Visits);

/// <summary>Reads what the cases of a flow have done, off their journals.</summary>
internal sealed class FlowHistory(TitleDb db)
{
    /// <summary>The latest cases of a flow, newest first, whatever version they run on.</summary>
    /// <param name="definitionId">The flow.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="finishedOnly">Whether only cases count that came to an end of the flow; else all, running ones too.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<CaseRun>> LatestAsync(string definitionId, int most, bool finishedOnly, CancellationToken ct)
    {
        var instances = await (
            from i in db.WorkflowInstances
            where i.DefinitionId == definitionId
                && (!finishedOnly || (i.FinishedAt != null && i.SubStatus == nameof(WorkflowSubStatus.Finished)))
            orderby i.CreatedAt descending, i.Id descending
            select new
            {
                i.Id,
                i.VersionId,
                i.State,
                Number = db.Declarations.Where(d => d.Id == i.Declaration).Select(d => d.Number).FirstOrDefault(),
            }).Take(most).ToListAsync(ct);
        var versions = (await db.WorkflowVersions.AsNoTracking().Where(v => v.DefinitionId == definitionId).ToListAsync(ct))
            .ToDictionary(v => v.Id, v => (v.Version, Steps: StepsOf(WorkflowDocument.Parse(v.Json))));
        var ids = instances.ConvertAll(i => i.Id);
        var lines = (await db.WorkflowJournal
                .Where(j => ids.Contains(j.InstanceId) && Visit.Telling.Contains(j.EventName))
                .OrderBy(j => j.InstanceId).ThenBy(j => j.Sequence)
                .Select(j => new { j.InstanceId, j.ActivityInstanceId, j.NodeId, Line = new VisitLine(j.EventName, j.At, j.Outcomes) })
                .ToListAsync(ct))
            .ToLookup(l => l.InstanceId);
        return
        [
            .. instances.Select(i => new CaseRun(
                i.Number,
                versions[i.VersionId].Version,
                WorkflowInstance.FromJson(i.State),
                [
                    .. from line in lines[i.Id]
                       group line by line.ActivityInstanceId into execution
                       where versions[i.VersionId].Steps.ContainsKey(execution.Last().NodeId)
                       select new StepVisit(versions[i.VersionId].Steps[execution.Last().NodeId], Visit.Of(execution.Select(l => l.Line))),
                ])),
        ];
    }

    /// <summary>The steps of a flowchart by the path of ids that journals name them by.</summary>
    public static IReadOnlyDictionary<string, StepName> StepsOf(WorkflowDocument document) =>
        (FlowDrawing.Chart(document)?.Children ?? []).ToDictionary(n => n.NodeId, StepName.Of);
}
