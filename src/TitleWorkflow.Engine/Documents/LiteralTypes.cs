using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Documents;

/// <summary>Gives literals back the type their input declares: what people type into a designer arrives as text.</summary>
internal static class LiteralTypes
{
    public static void Write(ActivityNode node, ActivityDescriptor? descriptor)
    {
        foreach (var input in descriptor?.Inputs.Where(i => i.IsWrapped) ?? [])
        {
            if (node.Json[input.Name] is not JsonObject wrapped || wrapped["expression"] is not JsonObject expression)
            {
                continue;
            }

            if (wrapped.ContainsKey("typeName") && wrapped["typeName"] is null)
            {
                wrapped["typeName"] = input.TypeName;
            }

            if (expression["type"].AsText() == ExpressionTypes.Literal
                && expression["value"] is JsonValue value && value.GetValueKind() == JsonValueKind.String
                && Typed(value.ToString(), Nullable.GetUnderlyingType(input.Type) ?? input.Type) is { } typed)
            {
                expression["value"] = typed;
            }
        }
    }

    // Text that is no such value stays text: the validator says so.
    private static JsonValue? Typed(string text, Type type) => type switch
    {
        _ when type == typeof(bool) && bool.TryParse(text, out var flag) => JsonValue.Create(flag),
        _ when type == typeof(int) && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) =>
            JsonValue.Create(number),
        _ when type == typeof(long) && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) =>
            JsonValue.Create(number),
        _ when (type == typeof(decimal) || type == typeof(double))
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => null,
    };
}
