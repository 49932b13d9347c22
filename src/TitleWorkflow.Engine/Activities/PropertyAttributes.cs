namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// Marks a property that a document fills: an <see cref="Input{T}"/>, or a plain value taken as it stands.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <summary>The name in documents; the property's name if null. Documents write it in camel case.</summary>
    public string? Name { get; init; }

    /// <summary>What the designer calls it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>One sentence for the designer.</summary>
    public string? Description { get; init; }

    /// <summary>The tab in the designer's panel.</summary>
    public string? Category { get; init; }

    /// <summary>The value if the document is silent; wins over nothing but a missing initializer.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>The kind of expression the designer offers first.</summary>
    public string? DefaultSyntax { get; init; }

    /// <summary>
    /// The designer's editor, e.g. <c>singleline</c>, <c>multiline</c>, <c>dropdown</c>, <c>checkbox</c>.
    /// </summary>
    public string? UIHint { get; init; }

    /// <summary>The choices of a dropdown, each <c>value</c> or <c>value=text</c>.</summary>
    public string[]? Options { get; init; }

    /// <summary>The place in the designer's panel, ascending.</summary>
    public float Order { get; init; }

    /// <summary>Whether the value is evaluated before each execution and resume; a loop's condition is not.</summary>
    public bool AutoEvaluate { get; init; } = true;

    /// <summary>Whether the value is kept out of the journal.</summary>
    public bool CanContainSecrets { get; init; }

    /// <summary>Whether the designer shows it.</summary>
    public bool IsBrowsable { get; init; } = true;
}

/// <summary>Marks an <see cref="Output{T}"/> property that a document may bind to a variable.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>The name in documents; the property's name if null.</summary>
    public string? Name { get; init; }

    /// <summary>What the designer calls it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>One sentence for the designer.</summary>
    public string? Description { get; init; }
}

/// <summary>Marks a property that holds an embedded <see cref="Activity"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PortAttribute : Attribute
{
    /// <summary>The name in documents; the property's name if null.</summary>
    public string? Name { get; init; }

    /// <summary>What the designer calls it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether the designer shows it.</summary>
    public bool IsBrowsable { get; init; } = true;
}

/// <summary>Declares the outcomes an activity can end with: the ports a designer can draw connections from.</summary>
/// <remarks>Without the attribute the one outcome is <c>Done</c>.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FlowNodeAttribute(params string[] outcomes) : Attribute
{
    /// <summary>Outcomes every activity of the type has, in the order they are shown.</summary>
    public IReadOnlyList<string> Outcomes { get; } = outcomes;

    /// <summary>
    /// The name of an input whose value in the document lists further outcomes: a list of names, one name per line or
    /// comma, or a list of objects with a <c>label</c>. If the document has none, only <see cref="Outcomes"/> count.
    /// </summary>
    public string? OutcomesFrom { get; init; }

    /// <summary>
    /// Whether the outcomes of <see cref="OutcomesFrom"/> replace <see cref="Outcomes"/> where there are any.
    /// </summary>
    public bool Replace { get; init; }
}
