using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Execution;

/// <summary>
/// Elsa starts with whatever it is given; ours refuses a start whose inputs the definition cannot use.
/// </summary>
internal static class StartInputs
{
    public static IReadOnlyList<string> Check(WorkflowDocument document, IReadOnlyDictionary<string, JsonNode?> given)
    {
        var byName = new Dictionary<string, JsonNode?>(given, StringComparer.OrdinalIgnoreCase);

        return [.. document.Inputs
            .Select(input => Check(input, byName.GetValueOrDefault(input.Name))).OfType<string>()];
    }

    private static string? Check(InputDefinition input, JsonNode? value)
    {
        if (value is null)
        {
            return input is { IsRequired: true, DefaultValue: null } ? $"The input '{input.Name}' is required." : null;
        }

        try
        {
            ValueConverter.Convert(
                value.DeepClone(), TypeNames.Resolve(input.TypeName, input.IsArray) ?? typeof(object));

            return null;
        }
        catch (FormatException exception)
        {
            return $"The input '{input.Name}' has the wrong type. {exception.Message}";
        }
    }
}
