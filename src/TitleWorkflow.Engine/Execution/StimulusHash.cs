using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Engine.Execution;

/// <summary>The key under which whoever waits and whoever brings the answer find each other.</summary>
public static class StimulusHash
{
    // Looked up at every wait and every resume; what a type says of itself does not change.
    private static readonly ConcurrentDictionary<Type, string?> Names = new();

    private static readonly JsonSerializerOptions Declared = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutExcluded } },
    };

    /// <summary>
    /// SHA-256 over the parts that are not empty, joined with <c>|</c>. Equal on every machine and in every culture;
    /// the
    /// order of a payload's members does not matter, members that are null or marked <see
    /// cref="ExcludeFromHashAttribute"/>
    /// do not count.
    /// </summary>
    /// <param name="name">The stimulus' name.</param>
    /// <param name="payload">The stimulus; a string counts as it is, everything else as JSON.</param>
    /// <param name="activityInstanceId">The waiting execution, if only that one is meant.</param>
    /// <returns>64 upper-case hexadecimal digits.</returns>
    public static string Compute(string name, object? payload, string? activityInstanceId = null)
    {
        var parts = new[] { name, Text(payload), activityInstanceId }.Where(part => !string.IsNullOrEmpty(part));

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parts))));
    }

    /// <summary>
    /// The name of a stimulus: what <see cref="StimulusNameAttribute"/> says, else its type's simple name.
    /// </summary>
    /// <returns>Null for texts, JSON and anonymous types, which have no name of their own.</returns>
    public static string? NameOf(object stimulus) =>
        stimulus is string or JsonNode ? null : Names.GetOrAdd(stimulus.GetType(), NameOf);

    internal static T? Read<T>(JsonNode? payload) => payload.Deserialize<T>(Declared);

    internal static JsonNode? Payload(object? stimulus) => stimulus switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        _ => JsonSerializer.SerializeToNode(stimulus, stimulus.GetType(), Declared),
    };

    private static string? NameOf(Type type) => type.Name.Contains('<', StringComparison.Ordinal)
        ? null
        : type.GetCustomAttribute<StimulusNameAttribute>()?.Name ?? type.Name;

    private static string? Text(object? payload) => payload switch
    {
        null => null,
        string text => text,
        _ => CanonicalJson.Write(WithoutNulls(Payload(payload))),
    };

    private static JsonNode? WithoutNulls(JsonNode? node) => node is JsonObject members
        ? new JsonObject(members.Where(member => member.Value is not null)
            .Select(member => KeyValuePair.Create(member.Key, WithoutNulls(member.Value!.DeepClone()))))
        : node;

    private static void LeaveOutExcluded(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            if (member.AttributeProvider?.IsDefined(typeof(ExcludeFromHashAttribute), inherit: true) == true)
            {
                member.ShouldSerialize = (_, _) => false;
            }
        }
    }
}

/// <summary>The name of a stimulus where it is not its type's: stored, so it never changes.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class StimulusNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>A member of a stimulus that whoever brings the answer need not know.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExcludeFromHashAttribute : Attribute;
