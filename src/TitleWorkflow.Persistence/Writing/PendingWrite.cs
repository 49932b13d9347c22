namespace TitleWorkflow.Persistence.Writing;

/// <summary>A change set on its way through the writer, and whoever waits for it.</summary>
internal sealed class PendingWrite(ChangeSet changes, long place)
{
    // Continuations run elsewhere: a caller's code must never run on the writer.
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? refusal;

    public ChangeSet Changes { get; } = changes;

    /// <summary>Its place in the queue; the lowest is next.</summary>
    public long Place => place;

    public Task Done => done.Task;

    /// <summary>This change set leaves no trace in the transaction; the others go on.</summary>
    public void Refuse(Exception reason) => refusal = reason;

    /// <summary>The transaction is committed: everybody is told what became of theirs.</summary>
    public void Answer()
    {
        if (refusal is not null)
        {
            done.TrySetException(refusal);
        }
        else
        {
            done.TrySetResult();
        }
    }

    /// <summary>The transaction as a whole is lost.</summary>
    public void Fail(Exception reason) => done.TrySetException(refusal ?? reason);
}
