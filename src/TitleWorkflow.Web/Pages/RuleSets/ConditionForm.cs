using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Web.Pages.RuleSets;

/// <summary>What the forms for a condition and for a threshold hold.</summary>
public sealed class ConditionForm
{
    public string? Name { get; set; }

    public string? EnglishName { get; set; }

    public TitleLevel? Level { get; set; }

    /// <summary>What is looked at; null for a waiver.</summary>
    public Metric? Metric { get; set; }

    public Comparison Comparison { get; set; }

    public int? Value { get; set; }

    /// <summary>Where a threshold goes: a condition's code, or <c>code/number of the way</c>.</summary>
    public string? To { get; set; }

    public ThresholdRule? Asked() => Metric is { } metric ? new ThresholdRule(metric, Comparison, Value ?? -1) : null;

    public (string Code, int? Way) Place() => (To ?? "").Split('/') is [var code, var way] && int.TryParse(way, out var number)
        ? (code, number)
        : (To ?? "", null);
}
