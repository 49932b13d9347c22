using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.WorkItems;

/// <summary>What a flow asks of people at one step.</summary>
/// <param name="InstanceId">The flow instance.</param>
/// <param name="ActivityId">The step in its document.</param>
/// <param name="Case">The case.</param>
/// <param name="Stage">The stage the step belongs to.</param>
/// <param name="Form">Which page and which verbs the step uses.</param>
/// <param name="Title">Chinese name of the step.</param>
/// <param name="EnglishTitle">English name of the step; null if the flow gives none.</param>
/// <param name="Outcomes">What may come out, in the flow's order.</param>
/// <param name="ReasonOutcomes">Outcomes that need a reason.</param>
/// <param name="DueOn">Last day; null if it has none.</param>
public sealed record WorkItemSpecification(
    string InstanceId,
    string ActivityId,
    CaseHeading Case,
    Stage Stage,
    string Form,
    string Title,
    string? EnglishTitle,
    IReadOnlyList<string> Outcomes,
    IReadOnlyList<string> ReasonOutcomes,
    DateOnly? DueOn)
{
    /// <summary>What else the step asks for.</summary>
    public IReadOnlyList<TaskField> Fields { get; init; } = [];
}
