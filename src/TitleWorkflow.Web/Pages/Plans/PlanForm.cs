using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Web.Pages.Plans;

/// <summary>What the form of a plan holds.</summary>
public sealed class PlanForm
{
    public string? Title { get; set; }

    public string? EnglishTitle { get; set; }

    public DateOnly? OpensOn { get; set; }

    public DateOnly? ClosesOn { get; set; }

    /// <summary>Any day of the month.</summary>
    public DateOnly? MeetingMonth { get; set; }

    public Guid RuleSet { get; set; }

    public int? PassRateCap { get; set; }

    public int? Fee { get; set; } = 0;

    public string? Contact { get; set; }

    public static PlanForm Of(PlanTerms terms) => new()
    {
        Title = terms.Title,
        EnglishTitle = terms.EnglishTitle,
        OpensOn = terms.OpensOn,
        ClosesOn = terms.ClosesOn,
        MeetingMonth = terms.MeetingMonth,
        RuleSet = terms.RuleSet.Value,
        PassRateCap = terms.PassRateCap,
        Fee = terms.Fee,
        Contact = terms.Contact,
    };

    public PlanTerms Terms() => new(
        Title?.Trim() ?? "", EnglishTitle?.Trim() ?? "", OpensOn ?? default, ClosesOn ?? default,
        MeetingMonth is { } day ? new DateOnly(day.Year, day.Month, 1) : default, new RuleSetId(RuleSet), PassRateCap, Fee ?? 0,
        Contact?.Trim() ?? "");
}
