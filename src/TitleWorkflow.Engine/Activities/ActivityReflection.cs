using System.Reflection;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Reads a descriptor off an activity class.</summary>
internal static class ActivityReflection
{
    public static ActivityDescriptor Describe(Type type)
    {
        var attribute = type.GetCustomAttribute<ActivityAttribute>();
        var flow = type.GetCustomAttribute<FlowNodeAttribute>();
        var @namespace = attribute?.Namespace ?? type.Namespace ?? "";
        var name = attribute?.Type ?? type.Name;
        var isTrigger = type.IsAssignableTo(typeof(ITrigger));
        var sample = Make(type);

        return new ActivityDescriptor
        {
            TypeName = $"{@namespace}.{name}",
            Namespace = @namespace,
            Name = name,
            Version = attribute?.Version ?? 1,
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

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.SetMethod is not null && property.DeclaringType != typeof(Activity));

    public static bool IsInput(PropertyInfo property) =>
        property.IsDefined(typeof(InputAttribute)) || property.PropertyType.IsAssignableTo(typeof(Input));

    public static bool IsOutput(PropertyInfo property) => property.PropertyType.IsAssignableTo(typeof(Output));

    public static bool IsPort(PropertyInfo property) =>
        property.PropertyType.IsAssignableTo(typeof(Activity)) || property.IsDefined(typeof(PortAttribute));

    public static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<InputAttribute>()?.Name
        ?? property.GetCustomAttribute<OutputAttribute>()?.Name
        ?? property.GetCustomAttribute<PortAttribute>()?.Name
        ?? property.Name;

    private static Activity Make(Type type) =>
        (Activity)(Activator.CreateInstance(type, nonPublic: true)
            ?? throw new InvalidOperationException($"{type.Name} cannot be made."));

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
