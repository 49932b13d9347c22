using System.Reflection;
using System.Text.Json.Serialization;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Reads a descriptor off an activity class.</summary>
internal static class ActivityReflection
{
    public static ActivityDescriptor Describe(Type type)
    {
        var attribute = type.GetCustomAttribute<ActivityAttribute>();
        var flow = type.GetCustomAttribute<FlowNodeAttribute>();
        var isTrigger = type.IsAssignableTo(typeof(ITrigger));
        var sample = Make(type);
        var (@namespace, name) = NameOf(type, attribute, sample);

        return new ActivityDescriptor
        {
            TypeName = $"{@namespace}.{name}",
            Namespace = @namespace,
            Name = name,
            Version = sample.Type.Length > 0 ? sample.Version : attribute?.Version ?? 1,
            Category = attribute?.Category ?? @namespace,
            DisplayName = attribute?.DisplayName ?? name,
            Description = attribute?.Description,
            Kind = attribute is { Kind: not ActivityKind.Action }
                ? attribute.Kind
                : isTrigger ? ActivityKind.Trigger : ActivityKind.Action,
            IsContainer = attribute?.IsContainer ?? false,
            IsStart = attribute?.IsStart ?? false,
            IsTerminal = attribute?.IsTerminal ?? false,
            IsTrigger = isTrigger,
            IsBrowsable = attribute?.IsBrowsable ?? true,
            Inputs = [.. Properties(type).Where(IsInput)
                .Select(property => Input(property, sample)).OrderBy(input => input.Order)],
            Outputs = [.. Properties(type).Where(IsOutput).Select(Output)],
            EmbeddedPorts = [.. Properties(type).Where(IsPort).Select(Port)],
            Outcomes = flow?.Outcomes ?? (attribute?.IsTerminal == true ? [] : ["Done"]),
            OutcomesFrom = flow?.OutcomesFrom,
            OutcomesReplace = flow?.Replace ?? false,
            ClrType = type,
            Create = () => Make(type),
        };
    }

    /// <summary>The name of an activity class in documents.</summary>
    public static string TypeNameOf(Type type)
    {
        var (@namespace, name) = NameOf(type, type.GetCustomAttribute<ActivityAttribute>(), Make(type));

        return $"{@namespace}.{name}";
    }

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.SetMethod is not null && property.DeclaringType != typeof(Activity)
                && property.GetIndexParameters().Length == 0);

    public static bool IsInput(PropertyInfo property) =>
        property.IsDefined(typeof(InputAttribute)) || property.PropertyType.IsAssignableTo(typeof(Input));

    public static bool IsOutput(PropertyInfo property) => property.PropertyType.IsAssignableTo(typeof(Output));

    public static bool IsPort(PropertyInfo property) =>
        property.PropertyType.IsAssignableTo(typeof(IActivity)) || property.IsDefined(typeof(PortAttribute));

    public static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<InputAttribute>()?.Name
        ?? property.GetCustomAttribute<OutputAttribute>()?.Name
        ?? property.GetCustomAttribute<PortAttribute>()?.Name
        ?? property.Name;

    // A type name given to the base constructor wins over the attribute, and that over the CLR namespace.
    private static (string Namespace, string Name) NameOf(Type type, ActivityAttribute? attribute, Activity sample)
    {
        var dot = sample.Type.LastIndexOf('.');

        return dot > 0
            ? (sample.Type[..dot], sample.Type[(dot + 1)..])
            : (attribute?.Namespace ?? type.Namespace ?? "", attribute?.Type ?? type.Name);
    }

    private static Activity Make(Type type)
    {
        var constructor = ConstructorOf(type)
            ?? throw new InvalidOperationException(
                $"{type.Name} needs a constructor that can be called without arguments.");

        return (Activity)constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.DefaultValue)]);
    }

    private static ConstructorInfo? ConstructorOf(Type type)
    {
        var usable = type
            .GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(constructor => constructor.GetParameters().All(parameter => parameter.IsOptional))
            .ToList();

        return usable.Find(constructor => constructor.IsDefined(typeof(JsonConstructorAttribute)))
            ?? usable.Find(constructor => constructor.IsPublic)
            ?? usable.FirstOrDefault();
    }

    private static InputDescriptor Input(PropertyInfo property, Activity sample)
    {
        var attribute = property.GetCustomAttribute<InputAttribute>() ?? new InputAttribute();
        var isWrapped = property.PropertyType.IsAssignableTo(typeof(Input));
        var type = isWrapped ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        var initial = property.GetValue(sample);
        var name = attribute.Name ?? property.Name;

        return new InputDescriptor(name, type, isWrapped)
        {
            DisplayName = attribute.DisplayName ?? name,
            Description = attribute.Description,
            Category = attribute.Category,
            DefaultValue = (initial is Input input ? input.Expression.Constant : initial) ?? attribute.DefaultValue,
            DefaultSyntax = attribute.DefaultSyntax ?? (IsText(type) ? ExpressionTypes.Literal : Syntax(type)),
            UIHint = attribute.UIHint ?? Hint(type),
            Options = [.. Choices(attribute, type)],
            Order = attribute.Order,
            IsSensitive = attribute.CanContainSecrets,
            IsBrowsable = attribute.IsBrowsable,
            AutoEvaluate = attribute.AutoEvaluate,
        };
    }

    private static OutputDescriptor Output(PropertyInfo property)
    {
        var attribute = property.GetCustomAttribute<OutputAttribute>();
        var name = attribute?.Name ?? property.Name;

        return new OutputDescriptor(name, property.PropertyType.GetGenericArguments()[0])
        {
            DisplayName = attribute?.DisplayName ?? name,
            Description = attribute?.Description,
        };
    }

    private static PortDescriptor Port(PropertyInfo property)
    {
        var attribute = property.GetCustomAttribute<PortAttribute>();
        var name = attribute?.Name ?? property.Name;

        return new PortDescriptor(name)
        {
            DisplayName = attribute?.DisplayName ?? name,
            IsBrowsable = attribute?.IsBrowsable ?? true,
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Choices(InputAttribute attribute, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;

        foreach (var choice in attribute.Options ?? (target.IsEnum ? Enum.GetNames(target) : []))
        {
            var parts = choice.Split('=', 2);

            yield return KeyValuePair.Create(parts[0], parts[^1]);
        }
    }

    private static bool IsText(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { } plain
        && (plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(decimal)
            || plain == typeof(TimeSpan));

    private static string Syntax(Type type) =>
        type == typeof(object) ? ExpressionTypes.JavaScript : ExpressionTypes.Object;

    private static string Hint(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } => "dropdown",
        var plain when plain == typeof(bool) => "checkbox",
        var plain when plain != typeof(string) && plain.IsAssignableTo(typeof(System.Collections.IEnumerable)) =>
            "multitext",
        _ => "singleline",
    };
}
