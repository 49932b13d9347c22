using TitleWorkflow.Engine.Expressions;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>Alterations other than migrations: first all are checked, then all are applied.</summary>
internal static class AlterationBurst
{
    /// <returns>What stands in the way; null if nothing does.</returns>
    public static string? Check(WorkflowExecutionContext burst, Alteration alteration) => alteration switch
    {
        ModifyVariableAlteration modify => Check(FindVariable(burst, modify), modify),
        ScheduleActivityAlteration { ActivityInstanceId: { } id } when burst.Find(id) is null =>
            $"There is no open execution '{id}'.",
        ScheduleActivityAlteration { ActivityInstanceId: null, ActivityId: var id }
            when FindPlace(burst, id).Owner is null =>
            $"There is no activity '{id}' inside a container that has begun and not ended.",
        CancelActivityAlteration cancel when Open(burst, cancel).Count == 0 =>
            $"There is no open execution '{cancel.ActivityInstanceId ?? cancel.ActivityId}'.",
        _ => null,
    };

    public static async ValueTask ApplyAsync(WorkflowExecutionContext burst, Alteration alteration, string? reason)
    {
        burst.Log(burst.Root, JournalEvents.Altered, message: reason, payload: alteration.ToJson());

        switch (alteration)
        {
            case ModifyVariableAlteration modify:
                FindVariable(burst, modify)!.Value = modify.Value?.DeepClone();
                break;

            case ScheduleActivityAlteration { ActivityInstanceId: { } id } when burst.Find(id) is { } context:
                await AgainAsync(burst, context, reason);
                break;

            case ScheduleActivityAlteration { ActivityId: var id } when FindPlace(burst, id) is (var node, { } owner):
                owner.ScheduleAgain(node!);
                break;

            case CancelActivityAlteration cancel:
                foreach (var context in Open(burst, cancel))
                {
                    await context.CancelActivityAsync($"Cancelled by {burst.By}");
                }

                break;

            case CancelAlteration cancel:
                burst.Log(burst.Root, JournalEvents.WorkflowCancelled, message: cancel.Reason);
                burst.Queue.Clear();
                await burst.Root.CancelActivityAsync(cancel.Reason);
                break;
        }
    }

    private static async ValueTask AgainAsync(
        WorkflowExecutionContext burst, ActivityExecutionContext context, string? reason)
    {
        if (burst.Instance.AllIncidents.Find(
            known => known.IsOpen && known.ActivityInstanceId == context.Id) is { } incident)
        {
            await Repair.RetryAsync(burst, incident, reason);
        }
        else
        {
            await Repair.ResetAsync(context);
            burst.Queue.Enqueue(new WorkItem { Node = context.Node, Owner = context.Owner, Existing = context });
        }
    }

    private static string? Check(VariableInScope? variable, ModifyVariableAlteration modify)
    {
        try
        {
            ValueConverter.Convert(modify.Value?.DeepClone(), variable?.Type ?? typeof(object));

            return variable is null
                ? $"No open execution declares a variable with the id '{modify.VariableId}'."
                : null;
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
    }

    private static VariableInScope? FindVariable(WorkflowExecutionContext burst, ModifyVariableAlteration modify) =>
        burst.Activities
            .Select(activity => activity.Variables.FindById(modify.VariableId))
            .FirstOrDefault(found => found is not null);

    private static (CompiledNode? Node, ActivityExecutionContext? Owner) FindPlace(
        WorkflowExecutionContext burst, string? activityId)
    {
        var node = activityId is null ? null : burst.Compiled.FindActivity(activityId);

        return (node, node is null
            ? null
            : burst.Activities.LastOrDefault(open => ReferenceEquals(open.Node, node.Parent)));
    }

    private static List<ActivityExecutionContext> Open(
        WorkflowExecutionContext burst, CancelActivityAlteration cancel) =>
        [.. burst.Activities.Where(context => context.Owner is not null
            && (context.Id == cancel.ActivityInstanceId || context.Activity.Id == cancel.ActivityId))];
}
