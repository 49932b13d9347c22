using TitleWorkflow.Domain;

namespace TitleWorkflow.Application.Pipeline;

/// <summary>What is demanded of every write.</summary>
public static class PipelineRules
{
    /// <summary>An idempotency key belongs to one use case.</summary>
    public static readonly Rule KeyReused = new(
        "pipeline.key-reused", "This idempotency key was used for something else.", Source.Product);
}
