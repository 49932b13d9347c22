namespace TitleWorkflow.Engine.Execution;

/// <summary>The one queue of a burst, first in first out: parallel branches take turns in it.</summary>
internal sealed class WorkQueue
{
    private readonly LinkedList<WorkItem> items = [];

    public IReadOnlyCollection<WorkItem> Items => items;

    public void Enqueue(WorkItem item) => items.AddLast(item);

    /// <summary>Puts an item in front: it comes next.</summary>
    public void PutBack(WorkItem item) => items.AddFirst(item);

    public WorkItem? Dequeue()
    {
        if (items.First is not { } first)
        {
            return null;
        }

        items.RemoveFirst();

        return first.Value;
    }

    public bool HasWorkOf(ActivityExecutionContext owner)
    {
        foreach (var item in items)
        {
            if (ReferenceEquals(item.Owner, owner))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes out what fits, in queue order.</summary>
    public List<WorkItem> Withdraw(Predicate<WorkItem> fits)
    {
        var withdrawn = new List<WorkItem>();

        for (var item = items.First; item is not null;)
        {
            var next = item.Next;

            if (fits(item.Value))
            {
                withdrawn.Add(item.Value);
                items.Remove(item);
            }

            item = next;
        }

        return withdrawn;
    }

    public void Clear() => items.Clear();
}
