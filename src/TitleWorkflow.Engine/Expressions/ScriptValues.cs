using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Date;
using Jint.Native.Function;
using Jint.Native.Object;
using TitleWorkflow.Engine.State;
using JintEngine = Jint.Engine;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>Values on their way into the interpreter and out of it. Scripts never see .NET objects.</summary>
internal static class ScriptValues
{
    private const int MaxDepth = 64;

    public static JsValue ToScript(JintEngine engine, object? value) => value switch
    {
        null => JsValue.Null,
        string text => new JsValue(text),
        bool flag => flag ? JsValue.True : JsValue.False,
        byte or short or int or long or float or double or decimal =>
            new JsValue(System.Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        DateTimeOffset instant => new JsValue(engine.Date.Construct(instant)),
        DateTime instant => new JsValue(engine.Date.Construct(instant)),
        byte[] bytes => ToScript(engine, new JsonArray([.. bytes.Select(item => (JsonNode)item)])),
        JsonNode node => Structure(engine, node),
        JsValue own => own,
        _ => Structure(engine, StateJson.ToNode(value)),
    };

    public static object? FromScript(JsValue value, int depth = 0)
    {
        if (value.IsNull() || value.IsUndefined())
        {
            return null;
        }

        if (value.IsObject())
        {
            return FromObject(value.AsObject(), depth);
        }

        return value.IsString()
            ? value.AsString()
            : value.IsBoolean() ? value.AsBoolean()
            : ValueConverter.Number(value.AsNumber());
    }

    private static JsValue Structure(JintEngine engine, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                var made = engine.Object.Construct([]);

                foreach (var (name, member) in members)
                {
                    made.FastAddProperty(name, Structure(engine, member), true, true, true);
                }

                return new JsValue(made);

            case JsonArray items:
                var array = (ArrayInstance)engine.Array.Construct([]);
                engine.Array.PrototypeObject.Push(
                    new JsValue(array), [.. items.Select(item => Structure(engine, item))]);

                return new JsValue(array);

            default:
                return ToScript(engine, ValueConverter.Plain(node));
        }
    }

    private static object? FromObject(ObjectInstance value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new ExpressionException($"The value nests deeper than {MaxDepth} levels, or contains itself.");
        }

        switch (value)
        {
            case FunctionInstance:
                return null;

            case DateInstance date:
                return double.IsNaN(date.PrimitiveValue) ? null : new DateTimeOffset(date.ToDateTime());

            case ArrayInstance array:
                var length = (int)array.Get("length").AsNumber();
                var items = new JsonArray();

                for (var i = 0; i < length; i++)
                {
                    items.Add(Node(array.Get(i.ToString(CultureInfo.InvariantCulture)), depth));
                }

                return items;

            case IPrimitiveInstance primitive:
                return FromScript(primitive.PrimitiveValue, depth);

            default:
                var members = new JsonObject();

                foreach (var (name, property) in value.GetOwnProperties())
                {
                    if (property.Enumerable == true && value.Get(name) is var member && !IsOmitted(member))
                    {
                        members[name] = Node(member, depth);
                    }
                }

                return members;
        }
    }

    private static bool IsOmitted(JsValue value) =>
        value.IsUndefined() || (value.IsObject() && value.AsObject() is FunctionInstance);

    private static JsonNode? Node(JsValue value, int depth) => FromScript(value, depth + 1) switch
    {
        double.NaN or double.PositiveInfinity or double.NegativeInfinity => null,
        var item => JsonSerializer.SerializeToNode(item, StateJson.Options),
    };
}
