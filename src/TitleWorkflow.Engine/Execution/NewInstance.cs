using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>Sets up the first burst of a new instance.</summary>
internal static class NewInstance
{
    public static WorkflowExecutionContext Prepare(
        StartWorkflow request,
        CompiledWorkflow workflow,
        BurstServices host,
        CancellationToken ct,
        WorkflowExecutionContext? outer = null)
    {
        var now = host.Clock.GetUtcNow();
        var instance = new WorkflowInstance
        {
            Id = request.InstanceId ?? ActivityExecutionContext.NewId(),
            DefinitionId = workflow.Stored.DefinitionId,
            DefinitionVersionId = workflow.Stored.VersionId,
            Version = workflow.Stored.Version,
            CorrelationId = request.CorrelationId,
            Name = request.Name,
            CreatedAt = now,
            UpdatedAt = now,
            ParentInstanceId = request.ParentInstanceId,
            TriggerActivityId = request.TriggerActivityId,
            Input = Inputs(workflow.Document, request.Input),
            EmbeddedVersions = new Dictionary<string, string>(workflow.Floating),
            ActivationKey = ActivationKey(
                workflow.Document.Options.Activation, workflow.Stored.DefinitionId, request.CorrelationId),
        };

        var burst = new WorkflowExecutionContext(instance, workflow, burstInput: null, request.By, host, ct)
        {
            TriggerActivityId = request.TriggerActivityId,
            IsNew = true,
            Depth = outer is null ? 0 : outer.Depth + 1,
        };

        foreach (var (name, value) in request.Properties)
        {
            instance.Properties[name] = value?.DeepClone();
        }

        var root = new ActivityInstance
        {
            Id = ActivityExecutionContext.NewId(),
            NodeId = workflow.Root.NodeId,
            StartedAt = now,
        };

        burst.Root = burst.Add(workflow.Root, root, owner: null);
        burst.Queue.Enqueue(new WorkItem { Node = workflow.Root, Existing = burst.Root });

        return burst;
    }

    /// <summary>
    /// What must be unique among running instances; a store enforces it with a unique key, without a race.
    /// </summary>
    public static string? ActivationKey(ActivationStrategy strategy, string definitionId, string? about) =>
        strategy switch
        {
            ActivationStrategy.Singleton => $"definition:{definitionId}",
            ActivationStrategy.Correlation when about is not null => $"correlation:{about}",
            ActivationStrategy.CorrelatedSingleton when about is not null =>
                $"definition:{definitionId}|correlation:{about}",
            _ => null,
        };

    /// <summary>
    /// Elsa forgets start inputs at the first wait unless a storage driver says otherwise; ours are kept, all of them.
    /// </summary>
    private static Dictionary<string, JsonNode?> Inputs(
        WorkflowDocument document, IReadOnlyDictionary<string, JsonNode?> given)
    {
        var inputs = new Dictionary<string, JsonNode?>(StringComparer.OrdinalIgnoreCase);

        foreach (var input in document.Inputs.Where(input => input.DefaultValue is not null))
        {
            inputs[input.Name] = input.DefaultValue!.DeepClone();
        }

        foreach (var (name, value) in given)
        {
            inputs[name] = value?.DeepClone();
        }

        return inputs;
    }
}
