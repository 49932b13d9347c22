namespace TitleWorkflow.Engine.Documents.Validation;

/// <summary>What an activity of a document can refer to.</summary>
internal sealed class VariablesInScope(WorkflowDocument document, ActivityNode node)
{
    public bool HasVariable(string id) => Variables().Any(variable => variable.Id == id);

    /// <summary>By name too, as expressions find variables; loops make some that no document declares.</summary>
    public bool HasVariableNamed(string? name) =>
        name is "CurrentValue" or "CurrentIndex" || Variables().Any(variable => variable.Name == name);

    public bool HasInput(string name) =>
        document.Inputs.Any(input => input.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public bool HasOutput(string name) => document.Outputs.Any(output => output.Name == name);

    private IEnumerable<VariableDefinition> Variables()
    {
        for (var scope = node; scope is not null; scope = scope.Parent)
        {
            foreach (var variable in scope.Variables)
            {
                yield return variable;
            }
        }

        foreach (var variable in document.Variables)
        {
            yield return variable;
        }
    }
}
