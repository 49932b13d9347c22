namespace TitleWorkflow.Engine.Activities;

/// <summary>Names an activity and says where the designer shows it.</summary>
/// <remarks>
/// The type name stored in documents is <c>namespace.ClassName</c>; without the attribute the CLR namespace is used.
/// Stored documents refer to it, so it never changes; a renamed class keeps its old name in <see cref="Type"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActivityAttribute(string @namespace, string? category = null, string? description = null)
    : Attribute
{
    /// <summary>The first part of the type name.</summary>
    public string Namespace { get; } = @namespace;

    /// <summary>The group in the designer's toolbox; the namespace if null.</summary>
    public string? Category { get; } = category;

    /// <summary>One sentence for the designer.</summary>
    public string? Description { get; } = description;

    /// <summary>The second part of the type name; the class name if null.</summary>
    public string? Type { get; init; }

    /// <summary>What the designer calls it; the class name if null.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What sort of step it is.</summary>
    public ActivityKind Kind { get; init; }

    /// <summary>The version of the type, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Kept for documents; this engine runs every step inside its burst.</summary>
    public bool RunAsynchronously { get; init; }

    /// <summary>Whether a flowchart looks here first for its beginning.</summary>
    public bool IsStart { get; init; }

    /// <summary>Whether completing it completes the container around it.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether it holds a drawing of its own.</summary>
    public bool IsContainer { get; init; }

    /// <summary>Whether the designer's toolbox shows it.</summary>
    public bool IsBrowsable { get; init; } = true;
}

/// <summary>What sort of step an activity is.</summary>
public enum ActivityKind
{
    /// <summary>A step the engine does by itself.</summary>
    Action,

    /// <summary>A step that can also start a workflow.</summary>
    Trigger,

    /// <summary>A step that a person or another system does.</summary>
    Task,
}
