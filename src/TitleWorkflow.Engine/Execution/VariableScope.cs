using System.Text.Json.Nodes;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>The variables one execution declares.</summary>
internal sealed class VariableScope(CompiledNode node, ActivityInstance state)
{
    // Values of the memory driver: never part of the stored state.
    private Dictionary<string, object?>? transient;

    /// <summary>Gives each variable its default; after a load, those the store has kept are left as they are.</summary>
    public void Declare()
    {
        foreach (var variable in node.Variables)
        {
            var values = ValuesFor(variable);

            if (!values.ContainsKey(variable.Definition.Id))
            {
                values[variable.Definition.Id] = variable.Default is JsonNode json
                    ? json.DeepClone()
                    : variable.Default;
            }
        }
    }

    public VariableInScope? FindById(string id)
    {
        foreach (var variable in node.Variables)
        {
            if (variable.Definition.Id == id)
            {
                return new VariableInScope(ValuesFor(variable), variable);
            }
        }

        return FindMade(id);
    }

    public VariableInScope? FindByName(string name)
    {
        foreach (var variable in node.Variables)
        {
            if (variable.Definition.Name == name)
            {
                return new VariableInScope(ValuesFor(variable), variable);
            }
        }

        return FindMade(name);
    }

    public IEnumerable<string> Names() =>
        node.Variables.Select(variable => variable.Definition.Name)
            .Concat(state.Dynamic?.Select(variable => variable.Name) ?? []);

    public VariableInScope Make(string name)
    {
        var made = new ScopedVariable { Name = name };
        (state.Dynamic ??= []).Add(made);

        return new VariableInScope(made);
    }

    private VariableInScope? FindMade(string name) =>
        state.Dynamic?.Find(variable => variable.Name == name) is { } made ? new VariableInScope(made) : null;

    private Dictionary<string, object?> ValuesFor(NodeVariable variable) =>
        variable.Definition.IsTransient ? transient ??= [] : state.Variables;
}
