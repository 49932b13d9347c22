using FluentValidation;
using TitleWorkflow.Domain.Pilots;

namespace TitleWorkflow.Application.Pilots;

/// <summary>The shape of what is applied for, alike for a new application and a changed one.</summary>
internal static class PilotScopeShape
{
    private const int MostLines = 60;
    private const int MostYears = 40;

    /// <summary>Texts, counts and lines within what can be stored and shown; whether it is lawful is asked when it is handed in.</summary>
    public static void Check(InlineValidator<PilotScope> scope)
    {
        scope.RuleFor(s => s.Series).IsInEnum();
        scope.RuleFor(s => s.Level).IsInEnum();
        scope.RuleFor(s => s.Specialty).NotEmpty().MaximumLength(40);
        scope.RuleFor(s => s.CommitteeSize).InclusiveBetween(1, 99);
        scope.RuleFor(s => s.Staff).InclusiveBetween(1, 1_000_000);
        scope.RuleFor(s => s.InternalRules).NotEmpty().MaximumLength(3000);
        scope.RuleFor(s => s.Standard).NotEmpty().Must(lines => lines.Count <= MostLines);
        scope.RuleForEach(s => s.Standard).ChildRules(line =>
        {
            line.RuleFor(l => l.Target).IsInEnum();
            line.RuleFor(l => l.Degree).IsInEnum();
            line.RuleFor(l => l.After).IsInEnum();
            line.RuleFor(l => l.Years).InclusiveBetween(0, MostYears);
            line.RuleFor(l => l.Results).MaximumLength(500);
        });
    }
}
