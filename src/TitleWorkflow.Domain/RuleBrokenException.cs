namespace TitleWorkflow.Domain;

/// <summary>A refusal: what was asked breaks one or more rules. Nothing has been changed.</summary>
public sealed class RuleBrokenException(params Rule[] rules) : Exception(string.Join(" ", rules.Select(r => r.Message)))
{
    /// <summary>Every rule found broken, at least one, the weightiest first.</summary>
    public IReadOnlyList<Rule> Rules { get; } = rules;
}
