namespace TitleWorkflow.Persistence.Workflows;

/// <summary>One save of a flow that a designer works on; never changed and never deleted, so that every save can be gone back to.</summary>
public sealed class FlowDraft
{
    /// <summary>The flow's id.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Number of the save, from 1, counted over all drafts of the flow.</summary>
    public required int Revision { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The document.</summary>
    public required string Json { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Who saved it.</summary>
    public required Guid SavedBy { get; init; }

    /// <summary>
    /// Whether this is what the designer works on. False once a later save follows, the draft is submitted for approval, or it is
    /// thrown away.
    /// </summary>
    public required bool IsOpen { get; set; }
}
