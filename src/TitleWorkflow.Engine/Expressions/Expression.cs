using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>How a value is found: a kind and its source, as a document says it.</summary>
public sealed class Expression
{
    /// <summary>An expression of the given kind.</summary>
    /// <param name="type">One of <see cref="ExpressionTypes"/>, or a kind this engine only keeps.</param>
    /// <param name="value">What the kind makes of it: a literal, a source text, a reference.</param>
    public Expression(string type, JsonNode? value)
    {
        Type = type;
        Value = value;
    }

    /// <summary>The kind, e.g. <c>Literal</c> or <c>JavaScript</c>.</summary>
    public string Type { get; }

    /// <summary>What the kind makes of it; null for a literal null and for code-only expressions.</summary>
    public JsonNode? Value { get; }

    internal object? Constant { get; private init; }

    internal Func<ExpressionExecutionContext, object?>? Function { get; private init; }

    /// <summary>What runs; set when the document that holds the expression is compiled.</summary>
    internal CompiledExpression? Compiled { get; set; }

    /// <summary>A fixed value.</summary>
    public static Expression Literal(object? value) => new(ExpressionTypes.Literal, null) { Constant = value };

    /// <summary>The current value of a variable.</summary>
    public static Expression Variable(string id, string name) =>
        new(ExpressionTypes.Variable, new JsonObject { ["id"] = id, ["name"] = name });

    /// <summary>A function; never in documents.</summary>
    public static Expression Delegate(Func<ExpressionExecutionContext, object?> function) =>
        new(ExpressionTypes.Delegate, null) { Function = function };
}

/// <summary>The kinds of expression this engine evaluates.</summary>
public static class ExpressionTypes
{
    /// <summary>A primitive, converted to the input's type.</summary>
    public const string Literal = "Literal";

    /// <summary>JSON text, parsed into the input's type.</summary>
#pragma warning disable CA1720 // The format's own word.
    public const string Object = "Object";
#pragma warning restore CA1720

    /// <summary>The older name of <see cref="Object"/>.</summary>
    public const string Json = "Json";

    /// <summary>A reference to a variable.</summary>
    public const string Variable = "Variable";

    /// <summary>A reference to a workflow input.</summary>
    public const string Input = "Input";

    /// <summary>ECMAScript 5 source; the value of its last expression.</summary>
    public const string JavaScript = "JavaScript";

    /// <summary>Code-only.</summary>
    public const string Delegate = "Delegate";
}
