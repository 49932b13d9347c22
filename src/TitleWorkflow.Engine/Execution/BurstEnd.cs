using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>What an instance is after a burst: finished, waiting, stuck or faulted.</summary>
internal static class BurstEnd
{
    public static void Settle(WorkflowExecutionContext workflow)
    {
        var instance = workflow.Instance;

        if (workflow.IsHalted)
        {
            if (workflow.NewIncidents.Count > 0)
            {
                workflow.Log(workflow.Root, JournalEvents.Faulted, message: workflow.NewIncidents[^1].Message);
            }

            Finish(workflow, WorkflowSubStatus.Faulted);
        }
        else if (workflow.Activities.All(activity => activity.IsOver))
        {
            Finish(workflow, workflow.Root.Status == ActivityStatus.Canceled
                ? WorkflowSubStatus.Cancelled
                : WorkflowSubStatus.Finished);
        }
        else
        {
            instance.Status = WorkflowStatus.Running;
            instance.SubStatus = WorkflowSubStatus.Suspended;
            Stuck.Report(workflow);
        }

        Save(workflow);
    }

    private static void Finish(WorkflowExecutionContext workflow, WorkflowSubStatus how)
    {
        if (how != WorkflowSubStatus.Faulted)
        {
            Faults.CloseAll(workflow, "The instance has ended.");
        }

        workflow.Instance.Status = WorkflowStatus.Finished;
        workflow.Instance.SubStatus = how;
        workflow.Instance.FinishedAt = workflow.Now;
        workflow.Instance.ActivationKey = null;
    }

    /// <summary>Writes what the burst holds into the instance; what it is stays as it is.</summary>
    public static void Save(WorkflowExecutionContext workflow)
    {
        var instance = workflow.Instance;
        instance.UpdatedAt = workflow.Now;
        instance.Activities.Clear();
        instance.Activities.AddRange(workflow.Activities.Select(activity => activity.State));
        instance.Scheduled.Clear();
        instance.Scheduled.AddRange(workflow.Queue.Items.Select(item => item.ToState()));

        // A bookmark keeps the correlation id the instance has when the bookmark is first stored.
        for (var i = 0; i < workflow.AddedBookmarks.Count; i++)
        {
            var bookmark = workflow.AddedBookmarks[i] with { CorrelationId = instance.CorrelationId };
            instance.OpenBookmarks[instance.OpenBookmarks.FindIndex(open => open.Id == bookmark.Id)] = bookmark;
            workflow.AddedBookmarks[i] = bookmark;
        }
    }
}
