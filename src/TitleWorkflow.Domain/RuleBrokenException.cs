namespace TitleWorkflow.Domain;

/// <summary>A refusal: what was asked breaks at least one rule. Nothing has been changed.</summary>
public sealed class RuleBrokenException : Exception
{
    /// <summary>Refuses for every rule given; at least one.</summary>
    public RuleBrokenException(params Rule[] rules)
        : base(string.Join(" ", rules.Select(r => $"{r.Message} [{r.Code}]")))
    {
        ArgumentOutOfRangeException.ThrowIfZero(rules.Length);
        Rules = rules;
    }

    /// <summary>The broken rules, most important first.</summary>
    public IReadOnlyList<Rule> Rules { get; }
}
