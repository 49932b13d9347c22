using FluentValidation;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Plans;

/// <summary>The shape of a plan's terms, alike for a new plan and a changed one.</summary>
internal static class PlanTermsShape
{
    private const int MostFee = 10_000;

    /// <summary>Titles, contact, days, fee and cap within what can be stored and shown.</summary>
    public static void Check(InlineValidator<PlanTerms> terms)
    {
        terms.RuleFor(t => t.Title).NotEmpty().MaximumLength(120);
        terms.RuleFor(t => t.EnglishTitle).NotEmpty().MaximumLength(160);
        terms.RuleFor(t => t.OpensOn).NotEmpty();
        terms.RuleFor(t => t.ClosesOn).NotEmpty();
        terms.RuleFor(t => t.MeetingMonth).NotEmpty();
        terms.RuleFor(t => t.PassRateCap).InclusiveBetween(0, 100);
        terms.RuleFor(t => t.Fee).InclusiveBetween(0, MostFee);
        terms.RuleFor(t => t.Contact).NotNull().MaximumLength(120);
    }
}
