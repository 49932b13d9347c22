using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>Elsa calls an instance suspended even when nothing can ever resume it; ours says so, and why.</summary>
internal static class Stuck
{
    public static void Report(WorkflowExecutionContext workflow)
    {
        var open = workflow.Instance.AllIncidents.Find(
            incident => incident is { Kind: IncidentKind.Stuck, IsOpen: true });
        var waits = Waits(workflow);
        var reason = waits is null ? null : Sentence(workflow, waits);

        if (open is not null && open.Message != reason)
        {
            Faults.Close(workflow, open, "The instance has moved on.");
        }

        if (reason is not null && open?.Message != reason)
        {
            workflow.Log(workflow.Root, JournalEvents.Stuck, message: reason);
            Faults.Add(workflow.Root, IncidentKind.Stuck, reason, waits: waits);
        }
    }

    // Null if something can still come; empty if nothing can and no activity in particular is to blame.
    private static List<VainWait>? Waits(WorkflowExecutionContext workflow)
    {
        // A faulted activity has an incident of its own, which says what to do.
        if (workflow.Bookmarks.Count > 0
            || workflow.Activities.Any(activity => activity.Status == ActivityStatus.Faulted))
        {
            return null;
        }

        return [.. workflow.Activities.SelectMany(Waits)];
    }

    private static IEnumerable<VainWait> Waits(ActivityExecutionContext context) => context switch
    {
        { Status: ActivityStatus.Pending } => [new VainWait(context.Activity.Id, VainWaitCause.Precondition, [])],
        { Activity: Flowchart flowchart, Children.Count: 0 } => flowchart.WaitingJoins(context),
        { Children.Count: 0, Status: ActivityStatus.Running, Owner: not null } =>
            [new VainWait(context.Activity.Id, VainWaitCause.NoBookmark, [])],
        _ => [],
    };

    private static string Sentence(WorkflowExecutionContext workflow, List<VainWait> waits)
    {
        return waits.Count > 0
            ? string.Join(' ', waits.Select(Of).Distinct())
            : "Nothing the instance waits for can come.";

        string Of(VainWait wait) => wait.Cause switch
        {
            VainWaitCause.Precondition => $"{Name(wait.ActivityId)} is held back: its precondition does not hold.",
            VainWaitCause.NoBookmark => $"{Name(wait.ActivityId)} neither completed nor made a bookmark.",
            _ when wait.Missing.Count == 0 => $"{Name(wait.ActivityId)} waits for branches that do not come any more.",
            _ => $"{Name(wait.ActivityId)} waits for {string.Join(", ", wait.Missing.Select(Name))}, which does not come any more.",
        };

        string Name(string activityId) => $"'{workflow.Compiled.FindActivity(activityId)?.DisplayName ?? activityId}'";
    }
}
