using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>
/// Shows one instance to those who operate the product: its picture with the way taken, its journal, what it waits for, its
/// variables, incidents and versions.
/// </summary>
public static partial class GetInstance
{
    /// <param name="Instance">The instance.</param>
    /// <param name="Before">Only journal lines before this one; null for the latest.</param>
    public sealed record Query(string Instance, long? Before = null) : IRequest<Result>;

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, InstanceFiles files, InstanceReport report, FlowSketch sketch, ISender sender)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var file = await files.FindAsync(query.Instance, ct);
            var summary = await db.SummariesAsync(user, db.WorkflowInstances.Where(i => i.Id == query.Instance), ct);
            var journal = await sender.Send(new ListJournal.Query(query.Instance, query.Before), ct);
            return new Result(
                summary.Single(),
                file.Row.CorrelationId,
                file.Instance.ParentInstanceId,
                file.Row.FinishedAt,
                await sketch.DrawAsync(
                    file.Version.Name, file.Version.Version, WorkflowDocument.Parse(file.Version.Json),
                    await InstanceTrace.ReadAsync(db, file.Row.Id, file.Instance, ct), ct),
                await report.WaitsAsync(file, ct),
                await report.IncidentsAsync(file, ct),
                report.Steps(file),
                report.Variables(file),
                await TargetsAsync(file, ct),
                file.IsOver || await LastMigration.OfAsync(db, file.Row, ct) is not { } last
                    ? null
                    : await db.WorkflowVersions.Where(v => v.Id == last.Back.TargetVersionId).Select(v => (int?)v.Version).SingleOrDefaultAsync(ct),
                await db.ReadAsync(user, db.Interventions.Where(i => i.InstanceId == query.Instance), ct),
                journal.Items,
                journal.Next);
        }

        // Only what was in force once has passed a second pair of eyes.
        private async Task<IReadOnlyList<Target>> TargetsAsync(InstanceFile file, CancellationToken ct) =>
            await db.WorkflowVersions.AsNoTracking()
                .Where(v => v.DefinitionId == file.Row.DefinitionId && v.Id != file.Row.VersionId && v.PublishedAt != null)
                .OrderByDescending(v => v.Version)
                .Select(v => new Target(v.Id, v.Version, v.IsPublished)).ToListAsync(ct);
    }
}
