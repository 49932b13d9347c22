using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Publicity.Activities;
using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Application.WorkItems.Activities;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Instances;

/// <summary>A migration as it was asked for, ready to be previewed or carried out.</summary>
/// <param name="File">The instance.</param>
/// <param name="Target">The version to go on in.</param>
/// <param name="Document">That version's document.</param>
/// <param name="Map">Where open steps go that have no place of their own: path to path.</param>
/// <param name="Acts">Knows the outcomes of steps.</param>
internal sealed record MigrationPlan(
    InstanceFile File,
    WorkflowVersion Target,
    WorkflowDocument Document,
    IReadOnlyDictionary<string, string> Map,
    StatutoryActs Acts)
{
    // A mapping must not lead a case around anything: a task goes on as a task of the same form, a publicity as one of its kind.
    private static readonly string[] SameInputs = [nameof(HumanTask.Form), nameof(HumanTask.Role), nameof(AwaitPublicity.Kind)];

    /// <summary>
    /// Stands for what was previewed: it changes when the instance moves, or when target or mapping do.
    /// </summary>
    public string Token => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '|', [File.Row.Id, $"{File.Row.Revision}", Target.Id, .. Map.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}>{m.Value}")]))))[..16];

    /// <exception cref="NotFoundException">There is no such instance.</exception>
    /// <exception cref="Domain.RuleBrokenException">The instance is over, or the target is no approved version of its flow.</exception>
    public static async Task<MigrationPlan> ReadAsync(
        TitleDb db,
        InstanceFiles files,
        StatutoryActs acts,
        string instance,
        string target,
        IReadOnlyDictionary<string, string> map,
        CancellationToken ct)
    {
        var file = await files.FindAsync(instance, ct);
        InstanceRules.NotOver.Require(!file.IsOver);
        var version = await db.WorkflowVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == target, ct);
        InstanceRules.TargetApproved.Require(
            version is { PublishedAt: not null } && version.DefinitionId == file.Row.DefinitionId && version.Id != file.Row.VersionId);
        var sent = map.Where(m => m.Value.Length > 0).ToDictionary(m => m.Key, m => m.Value);
        return new MigrationPlan(file, version!, WorkflowDocument.Parse(version!.Json), sent, acts);
    }

    /// <summary>What the engine is asked.</summary>
    public AlterInstance Request(string by, string? reason, bool isDryRun) => new(
        File.Row.Id, [new MigrateAlteration { SourceVersionId = File.Row.VersionId, TargetVersionId = Target.Id, NodeMap = Map }])
    { By = by, Reason = reason, IsDryRun = isDryRun };

    /// <summary>The steps of the target to which an open step may be mapped, itself first if it is still there.</summary>
    public IReadOnlyList<ActivityNode> PlacesFor(string nodeId) => File.NodeAt(nodeId) is { } node
        ? [.. Document.Nodes.Where(n => IsLike(node, n)).OrderByDescending(n => n.NodeId == nodeId)]
        : [];

    /// <summary>What can come out of an open step now but not where it lands: the flow would end there unawares.</summary>
    public IReadOnlyList<string> Lost(OpenActivityReport activity) =>
        File.NodeAt(activity.NodeId) is { } node && Document.Nodes.FirstOrDefault(n => n.NodeId == activity.TargetNodeId) is { } place
            ? [.. Acts.OutcomesOf(node).Except(Acts.OutcomesOf(place))]
            : [];

    /// <summary>Whether an open step has its place: the same, or one like it, with every outcome it can end with.</summary>
    public bool Fits(OpenActivityReport activity) => activity.Problem is null
        && Lost(activity).Count == 0
        && (activity.NodeId == activity.TargetNodeId || PlacesFor(activity.NodeId).Any(p => p.NodeId == activity.TargetNodeId));

    private static bool IsLike(ActivityNode one, ActivityNode other) => one.Type == other.Type
        && SameInputs.All(input => FlowFloor.Literal(one, input) == FlowFloor.Literal(other, input));
}
