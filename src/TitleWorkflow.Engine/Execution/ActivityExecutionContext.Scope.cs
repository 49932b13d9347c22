using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Execution;

// What can be seen from here: variables, inputs and composites around the execution.
public sealed partial class ActivityExecutionContext
{
    internal VariableInScope? FindVariable(Variable variable) =>
        Search(scope => scope.FindById(variable.Id)) ?? Search(scope => scope.FindByName(variable.Name));

    internal VariableInScope? FindVariableById(string id) => Search(scope => scope.FindById(id));

    internal VariableInScope? FindVariable(string name) => Search(scope => scope.FindByName(name));

    /// <summary>An input of the nearest composite that has one of that name, else of the workflow.</summary>
    internal object? FindInput(string name)
    {
        for (var context = Owner; context is not null; context = context.Owner)
        {
            if (context.TryGetOwnInput(name, out var value))
            {
                return value;
            }
        }

        return WorkflowExecutionContext.FindInput(name);
    }

    internal IEnumerable<string> VariableNames()
    {
        for (var context = this; context is not null; context = context.Owner)
        {
            foreach (var name in context.Variables.Names())
            {
                yield return name;
            }
        }
    }

    internal IEnumerable<string> InputNames()
    {
        for (var context = Owner; context is not null; context = context.Owner)
        {
            foreach (var name in context.OwnInputNames())
            {
                yield return name;
            }
        }

        foreach (var name in WorkflowExecutionContext.Workflow.Inputs.Select(input => input.Name).Concat(WorkflowInput.Keys))
        {
            yield return name;
        }
    }

    /// <summary>The composite, the workflow used as an activity, or the workflow that this execution is part of.</summary>
    internal ActivityExecutionContext Composite() =>
        Around(context => context.Node.Embedded is not null || context.Activity is IComposite);

    /// <summary>The workflow, or the workflow used as an activity, that this execution is part of.</summary>
    internal ActivityExecutionContext Embedding() => Around(context => context.Node.Embedded is not null);

    internal void WriteTo(string reference, object? value)
    {
        if (Search(scope => scope.FindById(reference)) is { } variable)
        {
            variable.Value = value;
        }
        else
        {
            WorkflowExecutionContext.SetOutput(Embedding(), reference, value);
        }
    }

    private ActivityExecutionContext Around(Predicate<ActivityExecutionContext> isMeant)
    {
        var context = Owner ?? this;

        while (context.Owner is not null && !isMeant(context))
        {
            context = context.Owner;
        }

        return context;
    }

    private IEnumerable<string> OwnInputNames() => (Node.Embedded, Activity) switch
    {
        ({ } embedded, _) => embedded.Inputs.Select(input => input.Name),
        (_, IComposite) => Node.Inputs.Select(input => input.Name),
        _ => [],
    };

    private bool TryGetOwnInput(string name, out object? value)
    {
        value = null;

        if (!OwnInputNames().Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        // A loaded dictionary compares its keys with case.
        value = Node.Embedded is null
            ? ReadInput(name)
            : ValueConverter.Convert<object>((State.Input ?? [])
                .FirstOrDefault(given => given.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value);

        return true;
    }

    private VariableInScope? Search(Func<VariableScope, VariableInScope?> find)
    {
        for (var context = this; context is not null; context = context.Owner)
        {
            if (find(context.Variables) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
