using MediatR;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>
/// Previews a migration (试运行): for each open step whether it has its place in the target version, and what it waits for that
/// survives; nothing is changed.
/// </summary>
public static class PreviewMigration
{
    /// <param name="Instance">The instance.</param>
    /// <param name="Target">The version to go on in.</param>
    /// <param name="Map">Where open steps go that have no place of their own: path to path.</param>
    public sealed record Query(string Instance, string Target, IReadOnlyDictionary<string, string> Map) : IRequest<Result>;

    /// <param name="Target">Number of the target version.</param>
    /// <param name="IsPossible">Whether it can be carried out as it stands.</param>
    /// <param name="Steps">What becomes of each open step, outermost first.</param>
    /// <param name="Preview">To be sent along when it is carried out: it says that this was read.</param>
    public sealed record Result(int Target, bool IsPossible, IReadOnlyList<Fate> Steps, string Preview);

    /// <param name="NodeId">Path of the step, the key of a mapping.</param>
    /// <param name="Step">The step.</param>
    /// <param name="Lands">The step it goes on as; null if there is no place for it.</param>
    /// <param name="Waits">Places where it waits now.</param>
    /// <param name="Survive">How many of them stay valid.</param>
    /// <param name="Lost">Outcomes it can end with now but not there; such a step has no place there.</param>
    /// <param name="Choices">Steps it may be mapped to.</param>
    public sealed record Fate(
        string NodeId,
        StepName Step,
        StepName? Lands,
        int Waits,
        int Survive,
        IReadOnlyList<string> Lost,
        IReadOnlyList<Choice> Choices);

    /// <param name="NodeId">Path of the step in the target version.</param>
    /// <param name="Step">The step.</param>
    public sealed record Choice(string NodeId, StepName Step);

    internal sealed class Handler(
        TitleDb db, WorkflowEngine engine, InstanceFiles files, StatutoryActs acts, ICurrentUser user)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var plan = await MigrationPlan.ReadAsync(db, files, acts, query.Instance, query.Target, query.Map, ct);
            var report = (await engine.AlterAsync(plan.Request($"{user.Person}", reason: null, isDryRun: true), ct))!;
            return new Result(
                plan.Target.Version,
                report.IsPossible && report.OpenActivities.All(plan.Fits),
                [.. report.OpenActivities.Where(a => a.NodeId != ActivityNode.WorkflowId).Select(a => Read(a, plan))],
                plan.Token);
        }

        private static Fate Read(OpenActivityReport activity, MigrationPlan plan)
        {
            var places = plan.PlacesFor(activity.NodeId);
            var place = plan.Fits(activity) ? plan.Document.Nodes.FirstOrDefault(n => n.NodeId == activity.TargetNodeId) : null;
            return new Fate(
                activity.NodeId,
                plan.File.StepAt(activity.NodeId),
                place is null ? null : StepName.Of(place),
                plan.File.Instance.Bookmarks.Count(b => b.ActivityInstanceId == activity.ActivityInstanceId),
                activity.SurvivingBookmarks.Count,
                plan.Lost(activity),
                [.. places.Select(p => new Choice(p.NodeId, StepName.Of(p)))]);
        }
    }
}
