namespace TitleWorkflow.Persistence.Operation;

/// <summary>One value the running product keeps for itself, such as the demo clock's offset.</summary>
public sealed class Setting
{
    /// <summary>Name.</summary>
    public required string Key { get; init; }

    /// <summary>Value, in the invariant culture.</summary>
    public required string Value { get; set; }
}

/// <summary>A data-protection key, shared by all nodes.</summary>
public sealed class ProtectionKey
{
    /// <summary>Name of the key.</summary>
    public required string Name { get; init; }

    /// <summary>The key as XML.</summary>
    public required string Xml { get; init; }
}
