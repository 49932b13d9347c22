namespace TitleWorkflow.Engine.Documents.Validation;

/// <summary>What a document says about the workflow as a whole.</summary>
internal static class DefinitionChecks
{
    public static IEnumerable<DocumentError> Check(WorkflowDocument document) =>
        VariableChecks.Check(document.Variables, "$.variables")
            .Concat(document.Inputs.SelectMany((input, index) => CheckType(input.TypeName, $"$.inputs[{index}].type")))
            .Concat(
                document.Outputs.SelectMany((output, index) => CheckType(output.TypeName, $"$.outputs[{index}].type")))
            .Concat(Duplicates(document.Inputs.Select(input => input.Name), "input", "$.inputs"))
            .Concat(Duplicates(document.Outputs.Select(output => output.Name), "output", "$.outputs"));

    // Elsa reads an unknown type here as Object, so the flow still runs.
    private static IEnumerable<DocumentError> CheckType(string type, string path) =>
        TypeNames.Resolve(type) is null
            ? [DocumentError.Warning(
                "definition.unknown-type", path, $"The type '{type}' is unknown; it counts as Object.")]
            : [];

    private static IEnumerable<DocumentError> Duplicates(IEnumerable<string> names, string what, string path) =>
        names.Select((name, index) => (name, index))
            .GroupBy(item => item.name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(group => group.Skip(1))
            .Select(item => DocumentError.Error(
                $"definition.duplicate-{what}",
                $"{path}[{item.index}].name",
                $"There is another {what} '{item.name}'."));
}
