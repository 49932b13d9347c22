using System.Collections.Concurrent;

namespace TitleWorkflow.Web.Studio;

/// <summary>Which cases are looked at through this node, and as of when their lookers know them.</summary>
internal sealed class CaseWatch
{
    private readonly ConcurrentDictionary<string, string> looked = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> known = new();

    /// <summary>The instances looked at.</summary>
    public IReadOnlyCollection<string> Instances => [.. looked.Values.Distinct()];

    /// <summary>
    /// A connection looks at an instance, and no longer at another. It may have moved since its looker read it, so that is told first.
    /// </summary>
    public void Begin(string connection, string instance)
    {
        looked[connection] = instance;
        known.TryRemove(instance, out _);
    }

    /// <summary>A connection is gone.</summary>
    public void End(string connection)
    {
        if (looked.TryRemove(connection, out var instance) && !looked.Values.Contains(instance))
        {
            known.TryRemove(instance, out _);
        }
    }

    /// <summary>Whether somebody who looks at an instance may not know of its last move.</summary>
    public bool IsNews(string instance, DateTimeOffset updatedAt) => known.GetValueOrDefault(instance) != updatedAt;

    /// <summary>Everybody who looks at an instance has been told of a move.</summary>
    public void Told(string instance, DateTimeOffset updatedAt) => known[instance] = updatedAt;
}
