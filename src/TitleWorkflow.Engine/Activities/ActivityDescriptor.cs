using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Engine.Activities;

/// <summary>What is known about an activity type: enough to draw it, to fill in its panel and to make it.</summary>
public sealed record ActivityDescriptor
{
    /// <summary>The type name in documents, e.g. <c>Elsa.If</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>The part of it before the last dot.</summary>
    public required string Namespace { get; init; }

    /// <summary>The part of it after the last dot.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the type, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The group in the designer's toolbox.</summary>
    public required string Category { get; init; }

    /// <summary>What the designer calls it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>One sentence for the designer.</summary>
    public string? Description { get; init; }

    /// <summary>What sort of step it is.</summary>
    public ActivityKind Kind { get; init; }

    /// <summary>Whether it holds a drawing or a list of activities.</summary>
    public bool IsContainer { get; init; }

    /// <summary>Whether a flowchart looks here first for its beginning.</summary>
    public bool IsStart { get; init; }

    /// <summary>Whether completing it completes the container around it.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether it can start a workflow.</summary>
    public bool IsTrigger { get; init; }

    /// <summary>Whether the designer's toolbox shows it.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>What it needs, in the order of the panel.</summary>
    public IReadOnlyList<InputDescriptor> Inputs { get; init; } = [];

    /// <summary>What it produces.</summary>
    public IReadOnlyList<OutputDescriptor> Outputs { get; init; } = [];

    /// <summary>The embedded activities it has places for.</summary>
    public IReadOnlyList<PortDescriptor> EmbeddedPorts { get; init; } = [];

    /// <summary>The outcomes every activity of the type has; a terminal one has none.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Whether a document may add outcomes of its own.</summary>
    public bool HasOutcomesOfItsOwn => OutcomesFrom is not null;

    /// <summary>The class.</summary>
    public required Type ClrType { get; init; }

    /// <summary>Set where the type is a workflow used as an activity.</summary>
    public WorkflowAsActivity? Workflow { get; init; }

    internal string? OutcomesFrom { get; init; }

    internal bool OutcomesReplace { get; init; }

    internal Func<Activity> Create { get; init; } = null!;

    /// <summary>
    /// The outcomes one activity of a document can end with: the type's, and those its document declares.
    /// </summary>
    public IReadOnlyList<string> OutcomesOf(ActivityNode node) => DeclaredOutcomes.Of(this, node);
}

/// <summary>Which definition an activity type stands for.</summary>
/// <param name="DefinitionId">The logical definition.</param>
/// <param name="VersionId">The version that is pinned when the activity is drawn.</param>
/// <param name="Version">That version's number.</param>
/// <param name="Document">What that version does.</param>
public sealed record WorkflowAsActivity(string DefinitionId, string VersionId, int Version, WorkflowDocument Document);

/// <summary>What is known about an input.</summary>
/// <param name="Name">The name in Pascal case; documents write it in camel case.</param>
/// <param name="Type">The type its value is converted to.</param>
/// <param name="IsWrapped">Whether documents write it as an expression rather than as a plain value.</param>
public sealed record InputDescriptor(string Name, Type Type, bool IsWrapped)
{
    /// <summary>What documents call the type, e.g. <c>ICollection&lt;String&gt;</c>.</summary>
    public string TypeName => Documents.TypeNames.Of(Type);

    /// <summary>What the designer calls it.</summary>
    public string DisplayName { get; init; } = Name;

    /// <summary>One sentence for the designer.</summary>
    public string? Description { get; init; }

    /// <summary>The tab in the designer's panel.</summary>
    public string? Category { get; init; }

    /// <summary>The value if the document is silent.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>The kind of expression the designer offers first.</summary>
    public string DefaultSyntax { get; init; } = Expressions.ExpressionTypes.Literal;

    /// <summary>The designer's editor.</summary>
    public string UIHint { get; init; } = "singleline";

    /// <summary>The choices of a dropdown: value and text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];

    /// <summary>The place in the designer's panel, ascending.</summary>
    public float Order { get; init; }

    /// <summary>Whether the value is kept out of the journal.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Whether it belongs to a workflow used as an activity rather than to a class.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Whether the designer shows it.</summary>
    public bool IsBrowsable { get; init; } = true;

    internal bool AutoEvaluate { get; init; } = true;
}

/// <summary>What is known about an output.</summary>
/// <param name="Name">The name in Pascal case; documents write it in camel case.</param>
/// <param name="Type">The type of its value.</param>
public sealed record OutputDescriptor(string Name, Type Type)
{
    /// <summary>What documents call the type.</summary>
    public string TypeName => Documents.TypeNames.Of(Type);

    /// <summary>What the designer calls it.</summary>
    public string DisplayName { get; init; } = Name;

    /// <summary>One sentence for the designer.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it belongs to a workflow used as an activity rather than to a class.</summary>
    public bool IsSynthetic { get; init; }
}

/// <summary>A place for an embedded activity.</summary>
/// <param name="Name">The name in Pascal case; documents write it in camel case.</param>
public sealed record PortDescriptor(string Name)
{
    /// <summary>What the designer calls it.</summary>
    public string DisplayName { get; init; } = Name;

    /// <summary>Whether the designer shows it.</summary>
    public bool IsBrowsable { get; init; } = true;
}
