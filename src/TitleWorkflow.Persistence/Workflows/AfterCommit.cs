namespace TitleWorkflow.Persistence.Workflows;

/// <summary>What activities want done once their burst is on disk; a unit that is not committed drops it.</summary>
public sealed class AfterCommit
{
    private readonly Queue<Func<ValueTask>> tasks = [];

    /// <summary>Forgets everything: the unit begins anew.</summary>
    public void Clear() => tasks.Clear();

    /// <summary>The next task, taken off; null if none is left.</summary>
    public Func<ValueTask>? Take() => tasks.TryDequeue(out var task) ? task : null;

    internal void Add(IEnumerable<Func<ValueTask>> more)
    {
        foreach (var task in more)
        {
            tasks.Enqueue(task);
        }
    }
}
