using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows;

/// <summary>A step by its names.</summary>
/// <param name="Id">Its id in the document.</param>
/// <param name="Text">Its Chinese name.</param>
/// <param name="English">Its English name; null if the flow gives none.</param>
public sealed record StepName(string Id, string Text, string? English)
{
    /// <summary>The names of a step as its document gives them.</summary>
    internal static StepName Of(ActivityNode node) => new(node.Id, node.DisplayText, FlowSketch.EnglishName(node));
}
