using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine;

public sealed partial class WorkflowEngine
{
    /// <summary>
    /// Executes faulted activities again and closes their incidents, which stay in the instance; a faulted instance is
    /// put back to running with everything the fault froze.
    /// </summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="incidentId">Which incident; null for all that are open.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="reason">Why; closes the incident. Null closes it with <c>Retried</c>.</param>
    /// <param name="ct">Ends the burst; nothing is staged then.</param>
    /// <returns>Null if there is no such instance, or none of its incidents is open.</returns>
    public async Task<RunResult?> RetryAsync(
        string instanceId, string? incidentId, string by, string? reason, CancellationToken ct)
    {
        if (await instances.FindAsync(instanceId, ct) is not { } instance
            || OpenIncidents(instance, incidentId) is not { Count: > 0 } incidents)
        {
            return null;
        }

        var burst = await LoadAsync(instance, input: null, by, ct);
        Repair.Revive(burst);

        foreach (var incident in incidents)
        {
            await Repair.RetryAsync(burst, incident, reason);
        }

        return await RunAsync(burst, ct);
    }

    /// <summary>
    /// Takes an open activity for completed, with outcomes a person chooses: a faulted one, or one that waits. A task it has
    /// opened hears <see cref="CancelSignal"/> first; its open incidents are closed with the reason and stay in the instance.
    /// </summary>
    /// <returns>
    /// Null if there is no such instance, if it has ended otherwise than by a fault, or if the execution is not open or is
    /// the workflow itself.
    /// </returns>
    public async Task<RunResult?> SkipAsync(SkipActivity request, CancellationToken ct)
    {
        if (await instances.FindAsync(request.InstanceId, ct) is not { } instance
            || instance is { Status: WorkflowStatus.Finished, SubStatus: not WorkflowSubStatus.Faulted })
        {
            return null;
        }

        var burst = await LoadAsync(instance, input: null, request.By, ct);

        if (burst.Find(request.ActivityInstanceId) is not { Owner: not null, IsOver: false } skipped)
        {
            return null;
        }

        Repair.Revive(burst);
        await Repair.SkipAsync(skipped, request);

        return await RunAsync(burst, ct);
    }

    /// <summary>
    /// Changes an instance from outside, all or nothing, and then settles what it is as after every burst.
    /// </summary>
    /// <returns>Null if there is no such instance.</returns>
    public async Task<AlterationResult?> AlterAsync(AlterInstance request, CancellationToken ct)
    {
        if (await instances.FindAsync(request.InstanceId, ct) is not { } instance)
        {
            return null;
        }

        if (instance is { Status: WorkflowStatus.Finished, SubStatus: not WorkflowSubStatus.Faulted })
        {
            return new AlterationResult(["The instance has finished."], [], null);
        }

        // On a copy: a refused migration leaves no trace in the unit of work.
        var copy = WorkflowInstance.FromJson(instance.ToJson());
        var reports = new List<OpenActivityReport>();
        var problems = new List<string>();

        foreach (var migration in request.Alterations.OfType<MigrateAlteration>())
        {
            await MigrateAsync(copy, migration, reports, problems, ct);
        }

        if (problems.Count > 0)
        {
            return new AlterationResult(problems, reports, null);
        }

        var burst = await LoadAsync(copy, input: null, request.By, ct);
        problems.AddRange(
            request.Alterations.Select(alteration => AlterationBurst.Check(burst, alteration)).OfType<string>());

        return problems.Count > 0 || request.IsDryRun
            ? new AlterationResult(problems, reports, null)
            : new AlterationResult([], reports, await AlterAsync(burst, request, ct));
    }

    private async Task<RunResult> AlterAsync(
        WorkflowExecutionContext burst, AlterInstance request, CancellationToken ct)
    {
        Repair.Revive(burst);

        if (request.Alterations.OfType<MigrateAlteration>().Any())
        {
            Migration.Rebase(burst);
        }

        foreach (var alteration in request.Alterations)
        {
            await AlterationBurst.ApplyAsync(burst, alteration, request.Reason);
        }

        return await RunAsync(burst, ct);
    }

    private async Task MigrateAsync(
        WorkflowInstance instance,
        MigrateAlteration request,
        List<OpenActivityReport> reports,
        List<string> problems,
        CancellationToken ct)
    {
        var stored = request.TargetVersionId is { } versionId
            ? await definitions.FindVersionAsync(versionId, ct)
            : await definitions.FindVersionAsync(instance.DefinitionId, request.TargetVersion ?? 0, ct);

        if (stored is null || stored.DefinitionId != instance.DefinitionId)
        {
            problems.Add($"There is no such version of '{instance.DefinitionId}'.");

            return;
        }

        if (request.SourceVersionId is { } source && source != instance.DefinitionVersionId)
        {
            problems.Add($"The instance does not run on the version '{source}'.");

            return;
        }

        var current = await compiled.FindAsync(instance, definitions, catalog, ct);
        var migration = new Migration(
            instance, await compiled.GetAsync(stored, definitions, catalog, ct), request.NodeMap);
        var report = migration.Report(current!);
        reports.AddRange(report);
        problems.AddRange(report.Select(activity => activity.Problem).OfType<string>());

        if (problems.Count == 0)
        {
            migration.Move();
        }
    }

    private static List<Incident> OpenIncidents(WorkflowInstance instance, string? incidentId) =>
        instance.AllIncidents.FindAll(incident =>
            incident is { IsOpen: true, Kind: not IncidentKind.Stuck }
                && (incidentId is null || incident.Id == incidentId));
}
