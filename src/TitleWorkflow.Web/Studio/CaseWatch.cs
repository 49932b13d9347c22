using System.Collections.Concurrent;

namespace TitleWorkflow.Web.Studio;

/// <summary>Which cases are looked at through this node, and as of when their lookers know them.</summary>
internal sealed class CaseWatch
{
    private readonly ConcurrentDictionary<string, string> looked = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> known = new();

    /// <summary>The instances looked at.</summary>
    public IReadOnlyCollection<string> Instances => [.. looked.Values.Distinct()];

    /// <summary>A connection looks at an instance, and no longer at another.</summary>
    public void Begin(string connection, string instance) => looked[connection] = instance;

    /// <summary>A connection is gone.</summary>
    public void End(string connection)
    {
        if (looked.TryRemove(connection, out var instance) && !looked.Values.Contains(instance))
        {
            known.TryRemove(instance, out _);
        }
    }

    /// <summary>
    /// Whether an instance has moved since it was last asked about. The first time it has not: whoever begins to look has just read it.
    /// </summary>
    public bool HasMoved(string instance, DateTimeOffset updatedAt)
    {
        var before = known.GetValueOrDefault(instance, updatedAt);
        known[instance] = updatedAt;
        return before != updatedAt;
    }
}
