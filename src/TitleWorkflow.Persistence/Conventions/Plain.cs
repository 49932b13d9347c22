using System.Collections;

namespace TitleWorkflow.Persistence.Conventions;

/// <summary>
/// Lists and dictionaries of simple values, to any depth. They are compared and copied as they are: by way of JSON it takes
/// longer than everything else a context does with a row.
/// </summary>
internal static class Plain
{
    public static bool Is(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(DateOnly) || type == typeof(DateTimeOffset))
        {
            return true;
        }

        return type.IsGenericType
            && (type.GetGenericTypeDefinition() == typeof(List<>) || type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
            && type.GetGenericArguments().All(Is);
    }

    public static bool Same(object? left, object? right) => (left, right) switch
    {
        (IDictionary a, IDictionary b) => a.Count == b.Count
            && a.Keys.Cast<object>().All(key => b.Contains(key) && Same(a[key], b[key])),
        (IList a, IList b) => a.Count == b.Count && Enumerable.Range(0, a.Count).All(i => Same(a[i], b[i])),
        _ => Equals(left, right),
    };

    public static object? Copy(object? value)
    {
        if (value is IDictionary pairs)
        {
            var copy = (IDictionary)Activator.CreateInstance(value.GetType())!;
            foreach (DictionaryEntry pair in pairs)
            {
                copy.Add(pair.Key, Copy(pair.Value));
            }

            return copy;
        }

        if (value is IList items)
        {
            var copy = (IList)Activator.CreateInstance(value.GetType())!;
            foreach (var item in items)
            {
                copy.Add(Copy(item));
            }

            return copy;
        }

        return value;
    }
}
