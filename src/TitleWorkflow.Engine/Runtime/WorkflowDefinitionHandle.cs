namespace TitleWorkflow.Engine.Runtime;

/// <summary>Names a definition or one version of it.</summary>
public sealed record WorkflowDefinitionHandle
{
    private WorkflowDefinitionHandle(string? definitionId, string? definitionVersionId)
    {
        DefinitionId = definitionId;
        DefinitionVersionId = definitionVersionId;
    }

    /// <summary>The logical definition; null if a version is named.</summary>
    public string? DefinitionId { get; }

    /// <summary>The version; null if the published one is meant.</summary>
    public string? DefinitionVersionId { get; }

    /// <summary>The published version of a definition.</summary>
    public static WorkflowDefinitionHandle ByDefinitionId(string definitionId) => new(definitionId, null);

    /// <summary>One particular version, published or not.</summary>
    public static WorkflowDefinitionHandle ByDefinitionVersionId(string definitionVersionId) =>
        new(null, definitionVersionId);
}
