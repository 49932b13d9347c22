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
        var reason = Reason(workflow);

        if (reason is null || open?.Message != reason)
        {
            Close(workflow, open);
        }

        if (reason is not null && open?.Message != reason)
        {
            workflow.Log(workflow.Root, JournalEvents.Stuck, message: reason);
            Faults.Add(workflow.Root, IncidentKind.Stuck, reason);
        }
    }

    private static string? Reason(WorkflowExecutionContext workflow)
    {
        // A faulted activity has an incident of its own, which says what to do.
        if (workflow.Bookmarks.Count > 0
            || workflow.Activities.Any(activity => activity.Status == ActivityStatus.Faulted))
        {
            return null;
        }

        var reasons = workflow.Activities.SelectMany(Reasons).Distinct().ToList();

        return reasons.Count > 0 ? string.Join(' ', reasons) : "Nothing the instance waits for can come.";
    }

    private static IEnumerable<string> Reasons(ActivityExecutionContext context) => context switch
    {
        { Status: ActivityStatus.Pending } =>
            [$"'{context.NodeDisplayName}' is held back: its precondition does not hold."],
        { Activity: Flowchart flowchart, Children.Count: 0 } => flowchart.WaitingJoins(context),
        { Children.Count: 0, Status: ActivityStatus.Running, Owner: not null } =>
            [$"'{context.NodeDisplayName}' neither completed nor made a bookmark."],
        _ => [],
    };

    private static void Close(WorkflowExecutionContext workflow, Incident? open)
    {
        if (open is not null)
        {
            var incidents = workflow.Instance.AllIncidents;
            incidents[incidents.IndexOf(open)] = open with
            {
                ClosedAt = workflow.Now,
                ClosedBy = workflow.By,
                Resolution = "The instance has moved on.",
            };
        }
    }
}
