using TitleWorkflow.Engine.Expressions;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>A variable found in some scope: reads and writes keep its type.</summary>
internal sealed class VariableInScope
{
    private readonly Dictionary<string, object?>? values;
    private readonly NodeVariable? declared;
    private readonly ScopedVariable? made;

    public VariableInScope(Dictionary<string, object?> values, NodeVariable declared)
    {
        this.values = values;
        this.declared = declared;
    }

    public VariableInScope(ScopedVariable made) => this.made = made;

    public Type Type => declared?.Type ?? typeof(object);

    public string Name => declared?.Definition.Name ?? made!.Name;

    public object? Value
    {
        get
        {
            if (declared is null)
            {
                return made!.Value = ValueConverter.Convert<object>(made.Value);
            }

            // A loaded value is a bare JSON node until its first use.
            var value = ValueConverter.Convert(values!.GetValueOrDefault(declared.Definition.Id), declared.Type);
            values![declared.Definition.Id] = value;

            return value;
        }

        set
        {
            if (declared is null)
            {
                made!.Value = ValueConverter.Convert<object>(value);
            }
            else
            {
                values![declared.Definition.Id] = ValueConverter.Convert(value, declared.Type);
            }
        }
    }
}
