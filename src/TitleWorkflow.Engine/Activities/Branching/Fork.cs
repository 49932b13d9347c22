using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// Runs its branches at once; completes when all have, or when the first has, which cancels the others.
/// </summary>
[Activity("Elsa", "Branching", "Runs branches at once.", IsContainer = true)]
public sealed class Fork : Activity
{
    /// <summary>No branches yet.</summary>
    public Fork() => Breaking.PassOn(OnSignalReceived);

    /// <summary>What runs.</summary>
    public IList<Activity> Branches { get; set; } = [];

    /// <summary>For which branches it waits.</summary>
    [Input]
    public ForkJoinMode JoinMode { get; set; } = ForkJoinMode.WaitAll;

    internal override string? ChildCallback => nameof(OnBranchEnded);

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        foreach (var branch in Branches)
        {
            await context.ScheduleActivityAsync(branch, OnBranchEnded);
        }

        if (Branches.Count == 0)
        {
            await context.CompleteActivityAsync();
        }
    }

    private ValueTask OnBranchEnded(ActivityCompletedContext ended) =>
        JoinMode == ForkJoinMode.WaitAny || Breaking.IsBroken(ended.TargetContext) || !ended.TargetContext.HasOpenWork
            ? ended.TargetContext.CompleteActivityAsync()
            : default;
}

/// <summary>For which of its branches a fork waits.</summary>
public enum ForkJoinMode
{
    /// <summary>For all.</summary>
    WaitAll,

    /// <summary>For the first; the others are cancelled.</summary>
    WaitAny,
}
