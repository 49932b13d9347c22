using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>Turns values of documents, scripts and stored state into the types activities ask for.</summary>
internal static class ValueConverter
{
    /// <exception cref="FormatException">The value cannot be read as that type.</exception>
    public static object? Convert(object? value, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;

        if (value is JsonElement element)
        {
            value = JsonNode.Parse(element.GetRawText());
        }

        if (value is null || (value is string { Length: 0 } && target != typeof(string) && target != typeof(object)))
        {
            return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null;
        }

        if (target == typeof(object))
        {
            return value is JsonNode node ? Plain(node) : value;
        }

        if (target.IsInstanceOfType(value))
        {
            return value;
        }

        try
        {
            return Changed(value, target);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException
            or JsonException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw new FormatException($"The value {Shown(value)} cannot be read as {target.Name}.", exception);
        }
    }

    public static T? Convert<T>(object? value) =>
        value is T typed && typeof(T) != typeof(object) ? typed : (T?)Convert(value, typeof(T));

    /// <summary>Primitives as .NET values, structures as they are.</summary>
    public static object? Plain(JsonNode? node) => node is not JsonValue value
        ? node
        : value.GetValueKind() switch
        {
            JsonValueKind.String => value.TryGetValue<string>(out var text) ? text : value.ToString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => Number(value.ToJsonString()),
            _ => null,
        };

    public static object Number(double number)
    {
        if (Math.Abs(number) <= 9_007_199_254_740_992 && Math.Floor(number) == number)
        {
            return Whole((long)number);
        }

        return number;
    }

    // Boxed apart: a conditional expression would make all of them the widest type.
    public static object Whole(long number)
    {
        if (number is >= int.MinValue and <= int.MaxValue)
        {
            return (int)number;
        }

        return number;
    }

    private static object Number(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return Whole(whole);
        }

        return double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static object? Changed(object value, Type target) => value switch
    {
        JsonValue node when Plain(node) is { } plain && !target.IsAssignableTo(typeof(JsonNode)) =>
            Convert(plain, target),
        JsonNode node when target == typeof(string) => node.ToJsonString(Documents.JsonMembers.Compact),
        JsonArray items when target == typeof(byte[]) => items.Select(item => item.Deserialize<byte>()).ToArray(),
        JsonNode node => node.Deserialize(target, StateJson.Options),
        string text => Parsed(text, target),
        _ when target == typeof(string) => Text(value),
        _ when target.IsEnum => Enum.ToObject(target, value),
        _ when target.IsAssignableTo(typeof(JsonNode)) => AsNode(value, target),
        _ when target == typeof(bool) && value is IConvertible number =>
            number.ToDouble(CultureInfo.InvariantCulture) != 0,
        _ when target == typeof(TimeSpan) && value is IConvertible seconds =>
            TimeSpan.FromSeconds(seconds.ToDouble(CultureInfo.InvariantCulture)),
        DateTimeOffset instant when target == typeof(DateTime) => instant.UtcDateTime,
        DateTimeOffset instant when target == typeof(DateOnly) => DateOnly.FromDateTime(instant.DateTime),
        DateTime instant when target == typeof(DateTimeOffset) => AsOffset(instant),
        IConvertible when Type.GetTypeCode(target) is not TypeCode.Object =>
            System.Convert.ChangeType(value, target, CultureInfo.InvariantCulture),
        _ => StateJson.ToNode(value).Deserialize(target, StateJson.Options),
    };

    private static object? Parsed(string text, Type target) => target switch
    {
        _ when target.IsEnum => Enum.Parse(target, text, ignoreCase: true),
        _ when target == typeof(bool) => bool.Parse(text),
        _ when target == typeof(Guid) => Guid.Parse(text),
        _ when target == typeof(DateTime) =>
            DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        _ when target == typeof(DateTimeOffset) =>
            DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        _ when target == typeof(DateOnly) => DateOnly.Parse(text, CultureInfo.InvariantCulture),
        _ when target == typeof(TimeSpan) => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
        _ when target == typeof(byte[]) => System.Convert.FromBase64String(text),
        _ when target == typeof(Uri) => new Uri(text, UriKind.RelativeOrAbsolute),
        _ when Type.GetTypeCode(target) is not TypeCode.Object =>
            System.Convert.ChangeType(text, target, CultureInfo.InvariantCulture),
        _ => JsonSerializer.Deserialize(text, target, StateJson.Options),
    };

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        System.Collections.IEnumerable => StateJson.ToNode(value)!.ToJsonString(Documents.JsonMembers.Compact),
        _ => value.ToString() ?? "",
    };

    private static JsonNode? AsNode(object value, Type target) =>
        StateJson.ToNode(value) is { } node && target.IsInstanceOfType(node)
            ? node
            : throw new FormatException($"The value is not a {target.Name}.");

    private static DateTimeOffset AsOffset(DateTime instant) =>
        new(instant.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(instant, DateTimeKind.Utc) : instant);

    private static string Shown(object value)
    {
        var text = value as string ?? StateJson.ToNode(value)?.ToJsonString(Documents.JsonMembers.Compact) ?? "null";

        return text.Length <= 80 ? $"'{text}'" : $"'{text[..80]}…'";
    }
}
