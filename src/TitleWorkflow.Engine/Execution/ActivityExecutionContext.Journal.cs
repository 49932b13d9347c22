using System.Text.Json.Nodes;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

// What the journal gets to see of an execution.
public sealed partial class ActivityExecutionContext
{
    /// <summary>The evaluated inputs for the journal; null if there are none to be kept.</summary>
    internal JsonObject? JournalledInputs()
    {
        JsonObject? inputs = null;

        for (var slot = 0; slot < (values?.Length ?? 0); slot++)
        {
            var input = Node.Inputs[slot];

            if (Keeps(Node.LogPersistence.OfInput(input.Name)))
            {
                (inputs ??= [])[input.Name] = input.IsSensitive ? "***" : StateJson.ToNode(values![slot]);
            }
        }

        return inputs;
    }

    /// <summary>What has been produced, for the journal; null if there is nothing to be kept.</summary>
    internal JsonObject? JournalledOutputs()
    {
        JsonObject? outputs = null;

        foreach (var (name, value) in Produced ?? [])
        {
            if (Keeps(Node.LogPersistence.OfOutput(name)))
            {
                (outputs ??= [])[name] = value?.DeepClone();
            }
        }

        return outputs;
    }

    private bool Keeps(LogPersistenceMode mode)
    {
        mode = mode == LogPersistenceMode.Inherit ? Node.LogPersistence.Default : mode;
        mode = mode == LogPersistenceMode.Inherit ? WorkflowExecutionContext.Workflow.LogPersistence.Default : mode;
        mode = mode == LogPersistenceMode.Inherit ? WorkflowExecutionContext.Host.Options.LogPersistenceMode : mode;

        return mode != LogPersistenceMode.Exclude;
    }
}
