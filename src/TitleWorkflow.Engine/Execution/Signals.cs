namespace TitleWorkflow.Engine.Execution;

/// <summary>Travels with a signal, from the execution that sent it up to the workflow.</summary>
public sealed class SignalContext
{
    internal SignalContext(ActivityExecutionContext sender, ActivityExecutionContext receiver)
    {
        Sender = sender;
        Receiver = receiver;
    }

    /// <summary>The execution the signal is about.</summary>
    public ActivityExecutionContext Sender { get; }

    /// <summary>The execution that hears it now.</summary>
    public ActivityExecutionContext Receiver { get; }

    /// <summary>Whether the receiver is the sender, rather than something around it.</summary>
    public bool IsSelf => ReferenceEquals(Sender, Receiver);

    /// <summary>Ends when the caller of the burst gives up.</summary>
    public CancellationToken CancellationToken => Receiver.CancellationToken;

    internal bool IsStopped { get; private set; }

    /// <summary>Keeps the signal from those further out.</summary>
    public void StopPropagation() => IsStopped = true;
}

/// <summary>
/// An execution is cancelled. An activity with work outside the engine, an open task say, closes it on this signal.
/// </summary>
/// <param name="Reason">Why, for people; null if the flow itself decided it.</param>
public sealed record CancelSignal(string? Reason = null);

/// <summary>An execution has completed by itself.</summary>
/// <param name="Result">What it completed with: <see cref="Execution.Outcomes"/>, a value of its own, or null.</param>
public sealed record ActivityCompleted(object? Result)
{
    /// <summary>How it completed.</summary>
    public Outcomes Outcomes => Outcomes.Of(Result);
}

/// <summary>
/// An execution has faulted. A container that handles it takes over; the incident is then closed at once.
/// </summary>
/// <param name="Exception">What was thrown.</param>
public sealed record FaultSignal(Exception Exception)
{
    /// <summary>Whether somebody has taken over.</summary>
    public bool IsHandled { get; private set; }

    /// <summary>Takes over.</summary>
    public void Handle() => IsHandled = true;
}

/// <summary>The nearest loop shall end after the current child.</summary>
internal sealed record BreakSignal;
