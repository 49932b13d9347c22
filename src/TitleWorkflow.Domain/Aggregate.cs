namespace TitleWorkflow.Domain;

/// <summary>Something that happened to an aggregate; past tense.</summary>
public interface IDomainEvent;

/// <summary>A cluster of data that changes together, through verbs that check the rules first.</summary>
public abstract class Aggregate
{
    private readonly List<IDomainEvent> events = [];

    /// <summary>Counts the stored changes; a change based on an older count is refused as "changed meanwhile".</summary>
    public int Version { get; private set; }

    /// <summary>What happened since the last <see cref="TakeEvents"/>, oldest first.</summary>
    public IReadOnlyList<IDomainEvent> Events => events;

    /// <summary>Hands over what happened and forgets it.</summary>
    public IReadOnlyList<IDomainEvent> TakeEvents()
    {
        IDomainEvent[] taken = [.. events];
        events.Clear();
        return taken;
    }

    /// <summary>Notes that something happened.</summary>
    protected void Raise(IDomainEvent happened) => events.Add(happened);
}
