namespace TitleWorkflow.Web.Shell;

/// <summary>How much waits behind the entries of the navigation.</summary>
public interface IBadges
{
    /// <summary>Counts by address of the entry ("/inbox", "/notices"); entries without a count are absent.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken ct);
}

internal sealed class NoBadges : IBadges
{
    public static IReadOnlyDictionary<string, int> None { get; } = new Dictionary<string, int>();

    public Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken ct) => Task.FromResult(None);
}
