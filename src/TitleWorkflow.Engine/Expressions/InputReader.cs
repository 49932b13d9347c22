using System.Text.Json;
using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>
/// Reads the JSON of an input: <c>{ "typeName", "expression": { "type", "value" } }</c>, or a bare primitive.
/// </summary>
internal static class InputReader
{
    /// <returns>Null if the document leaves the input unset.</returns>
    public static Expression? Read(JsonNode? json) => json switch
    {
        JsonObject input when input["expression"] is JsonObject expression && input.ContainsKey("typeName") =>
            ReadExpression(expression),
        JsonValue primitive when primitive.GetValueKind() is not JsonValueKind.Null =>
            new Expression(ExpressionTypes.Literal, primitive),
        JsonArray list => new Expression(ExpressionTypes.Object, list),
        _ => null,
    };

    public static Expression ReadExpression(JsonObject json) =>
        new(json["type"].AsText() ?? ExpressionTypes.Literal, json["value"]);

    /// <summary>The content of a literal or object expression, where a plain value is expected.</summary>
    public static JsonNode? Content(JsonObject expression)
    {
        var value = expression["value"];

        return expression["type"].AsText() is ExpressionTypes.Object or ExpressionTypes.Json ? Parsed(value) : value;
    }

    /// <summary>A member that may be JSON itself or a text that holds JSON; null if it is neither.</summary>
    public static JsonNode? Parsed(JsonNode? value)
    {
        if (value is not JsonValue || value.AsText() is not { } text)
        {
            return value;
        }

        try
        {
            return string.IsNullOrWhiteSpace(text)
                ? null
                : JsonNode.Parse(text, new JsonNodeOptions { PropertyNameCaseInsensitive = true });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
