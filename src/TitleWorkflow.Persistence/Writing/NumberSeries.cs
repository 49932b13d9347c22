namespace TitleWorkflow.Persistence.Writing;

/// <summary>The next free number of a series; taken in blocks, so that gaps are possible and repeats are not.</summary>
public sealed class NumberSeries
{
    /// <summary>Which series.</summary>
    public required string Key { get; init; }

    /// <summary>The first number nobody has taken.</summary>
    public int Next { get; set; } = 1;

    /// <summary>Counts the changes.</summary>
    public int Version { get; set; }
}
