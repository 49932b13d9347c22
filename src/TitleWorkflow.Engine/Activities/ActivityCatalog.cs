using System.Reflection;

namespace TitleWorkflow.Engine.Activities;

/// <summary>All activity types a document may use. Immutable; <see cref="With"/> makes a larger one.</summary>
public sealed class ActivityCatalog
{
    private readonly Dictionary<string, List<ActivityDescriptor>> byType;

    private readonly Dictionary<Type, ActivityDescriptor> byClass;

    private ActivityCatalog(IReadOnlyList<ActivityDescriptor> descriptors)
    {
        byType = descriptors
            .GroupBy(descriptor => descriptor.TypeName, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.OrderByDescending(descriptor => descriptor.Version).ToList(),
                StringComparer.Ordinal);
        byClass = descriptors.DistinctBy(descriptor => descriptor.ClrType)
            .ToDictionary(descriptor => descriptor.ClrType);
    }

    /// <summary>Every version of every type, by type name.</summary>
    public IEnumerable<ActivityDescriptor> Descriptors =>
        byType.OrderBy(type => type.Key, StringComparer.Ordinal).SelectMany(type => type.Value);

    /// <summary>
    /// The built-in activities and every activity class of the assemblies that is not abstract or generic.
    /// </summary>
    public static ActivityCatalog FromAssemblies(params Assembly[] assemblies) =>
        new([.. assemblies.Prepend(typeof(ActivityCatalog).Assembly)
            .Distinct()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type =>
                type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsSubclassOf(typeof(Activity)))
            .Select(ActivityReflection.Describe)]);

    /// <summary>A catalog with further types, e.g. one for each workflow that may be used as an activity.</summary>
    public ActivityCatalog With(params IEnumerable<ActivityDescriptor> descriptors) =>
        new([.. Descriptors, .. descriptors]);

    /// <summary>
    /// The type in the version asked for; the latest if that one does not exist or none is asked for.
    /// </summary>
    /// <returns>Null if no version of the type is known.</returns>
    public ActivityDescriptor? Find(string typeName, int? version = null) =>
        byType.TryGetValue(typeName, out var versions)
            ? versions.Find(descriptor => descriptor.Version == version) ?? versions[0]
            : null;

    /// <summary>The type a class stands for; null if it is none of the catalog's.</summary>
    internal ActivityDescriptor? FindClass(Type type) => byClass.GetValueOrDefault(type);
}
