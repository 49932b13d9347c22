using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.Documents;

/// <summary>Old files wrap lists: <c>{"_type": …, "items": […]}</c> or <c>{"$values": […]}</c>.</summary>
internal static class TypedWrappers
{
    public static JsonNode? Unwrap(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject wrapper when Wrapped(wrapper) is { } inner:
                return Unwrap(inner.DeepClone());

            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    var unwrapped = Unwrap(value);

                    if (!ReferenceEquals(unwrapped, value))
                    {
                        members[name] = unwrapped;
                    }
                }

                return members;

            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    var unwrapped = Unwrap(items[i]);

                    if (!ReferenceEquals(unwrapped, items[i]))
                    {
                        items[i] = unwrapped;
                    }
                }

                return items;

            default:
                return node;
        }
    }

    private static JsonNode? Wrapped(JsonObject members)
    {
        if (members["$values"] is JsonArray values)
        {
            return values;
        }

        return members.ContainsKey("_type") ? members["items"] ?? members["values"] : null;
    }
}
