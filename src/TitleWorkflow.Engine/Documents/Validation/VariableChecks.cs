using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Documents.Validation;

/// <summary>
/// The variables a workflow or a container declares. Elsa drops those of unknown type silently; ours refuses them.
/// </summary>
internal static class VariableChecks
{
    public static IEnumerable<DocumentError> Check(IReadOnlyList<VariableDefinition> variables, string path) =>
        variables.SelectMany((variable, index) => Check(variable, $"{path}[{index}]"))
            .Concat(variables.Select((variable, index) => (variable, index))
                .GroupBy(item => item.variable.Id)
                .SelectMany(group => group.Skip(1))
                .Select(item => DocumentError.Error(
                    "variable.duplicate-id",
                    $"{path}[{item.index}].id",
                    $"There is another variable with the id '{item.variable.Id}'.")));

    private static IEnumerable<DocumentError> Check(VariableDefinition variable, string path)
    {
        if (TypeNames.Resolve(variable.TypeName, variable.IsArray) is not { } type)
        {
            return [DocumentError.Error(
                "variable.unknown-type",
                $"{path}.typeName",
                $"The variable '{variable.Name}' has the unknown type '{variable.TypeName}'.")];
        }

        try
        {
            ValueConverter.Convert(variable.Value?.DeepClone(), type);

            return [];
        }
        catch (FormatException exception)
        {
            return [DocumentError.Error("variable.bad-default", $"{path}.value", exception.Message)];
        }
    }
}
