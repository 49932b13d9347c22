using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.Documents;

/// <summary>
/// The type names of documents: Elsa's aliases, lists of them, and .NET names read by their last part.
/// </summary>
internal static class TypeNames
{
    private static readonly Dictionary<string, Type> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Object"] = typeof(object),
        ["String"] = typeof(string),
        ["Boolean"] = typeof(bool),
        ["Int16"] = typeof(short),
        ["Int32"] = typeof(int),
        ["Int64"] = typeof(long),
        ["Single"] = typeof(float),
        ["Double"] = typeof(double),
        ["Decimal"] = typeof(decimal),
        ["Guid"] = typeof(Guid),
        ["DateTime"] = typeof(DateTime),
        ["DateTimeOffset"] = typeof(DateTimeOffset),
        ["DateOnly"] = typeof(DateOnly),
        ["TimeSpan"] = typeof(TimeSpan),
        ["ByteArray"] = typeof(byte[]),
        ["Stream"] = typeof(byte[]),
        ["JSON"] = typeof(object),
        ["ExpandoObject"] = typeof(object),
        ["JsonElement"] = typeof(JsonNode),
        ["JsonNode"] = typeof(JsonNode),
        ["JsonObject"] = typeof(JsonObject),
        ["JsonArray"] = typeof(JsonArray),
        ["StringDictionary"] = typeof(Dictionary<string, string>),
        ["StringMap"] = typeof(Dictionary<string, string>),
        ["ObjectDictionary"] = typeof(Dictionary<string, object>),
        ["ObjectMap"] = typeof(Dictionary<string, object>),
        ["FlowJoinMode"] = typeof(Activities.FlowJoinMode),
    };

    /// <summary>The type a name stands for; null if it stands for none this engine knows.</summary>
    public static Type? Resolve(string name, bool isArray = false)
    {
        var element = Element(name.Trim());

        return isArray && element is not null ? typeof(List<>).MakeGenericType(element) : element;
    }

    /// <summary>The name documents write for a type: the reverse of <see cref="Resolve"/> for what activities declare.</summary>
    public static string Of(Type type) => Nullable.GetUnderlyingType(type) switch
    {
        { } plain => Of(plain),
        null when type.IsGenericType && type.GetGenericArguments() is [var item] => $"ICollection<{Of(item)}>",
        null => type.Name,
    };

    /// <summary>The last part of a .NET type name: <c>A.B.C, Assembly</c> is <c>C</c>.</summary>
    public static string? Simple(string? name) =>
        name?.Split(',')[0].Split('.', '+')[^1].Trim();

    private static Type? Element(string name)
    {
        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            return Resolve(name[..^2], isArray: true);
        }

        var open = name.IndexOf('<', StringComparison.Ordinal);

        if (open > 0 && name.EndsWith('>') && IsList(name[..open]))
        {
            return Resolve(name[(open + 1)..^1], isArray: true);
        }

        return Aliases.GetValueOrDefault(name) ?? Aliases.GetValueOrDefault(Simple(name)!);
    }

    private static bool IsList(string name) =>
        Simple(name) is "List" or "IList" or "ICollection" or "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection";
}
