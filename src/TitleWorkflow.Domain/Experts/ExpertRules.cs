namespace TitleWorkflow.Domain.Experts;

/// <summary>What is demanded of experts and their recusal.</summary>
public static class ExpertRules
{
    /// <summary>A term lasts at most three years.</summary>
    public static readonly Rule TermAtMostThreeYears = new(
        "experts.term-at-most-three-years", "An expert's term lasts at most three years.", Source.Provisions());

    /// <summary>A recusal has a reason.</summary>
    public static readonly Rule RecusalNeedsReason = new(
        "experts.recusal-needs-reason", "A recusal needs a reason.", Source.Provisions(25));
}
