using FluentValidation;
using FluentValidation.Results;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Application.Questionnaires;

/// <summary>What is typed of a questionnaire, alike for a new draft and a changed one.</summary>
/// <param name="Audience">Who is asked.</param>
/// <param name="Year">Plan year of the declarations it is about.</param>
/// <param name="Title">Chinese title, at most 60 characters.</param>
/// <param name="EnglishTitle">English title, at most 120 characters; null if there is none.</param>
/// <param name="Introduction">What it is for, at most 2,000 characters; may be empty.</param>
/// <param name="Fields">
/// One line for each field: <c>label | English label | text, number, date, yesno or choice: a, b | required</c>, all but the
/// label optional.
/// </param>
/// <param name="LastDay">Last day on which it is answered, till 24:00.</param>
public sealed record QuestionnaireSheet(
    QuestionnaireAudience Audience,
    int Year,
    string Title,
    string? EnglishTitle,
    string? Introduction,
    IReadOnlyList<string> Fields,
    DateOnly LastDay)
{
    private const int LongestLine = 600;

    /// <summary>Texts and lines within what can be stored and shown.</summary>
    internal static void Check(InlineValidator<QuestionnaireSheet> sheet)
    {
        sheet.RuleFor(s => s.Audience).IsInEnum();
        sheet.RuleFor(s => s.Year).InclusiveBetween(2000, 2100);
        sheet.RuleFor(s => s.Title).NotEmpty().MaximumLength(60);
        sheet.RuleFor(s => s.EnglishTitle).MaximumLength(120);
        sheet.RuleFor(s => s.Introduction).MaximumLength(2000);
        sheet.RuleFor(s => s.Fields).NotNull().Must(lines => lines.All(l => l is { Length: <= LongestLine }));
        sheet.RuleFor(s => s.LastDay).NotEmpty();
    }

    /// <summary>What it says.</summary>
    /// <exception cref="ValidationException">Lines that are no fields, each named by its number and text.</exception>
    internal QuestionnaireTerms Terms()
    {
        var lines = Fields.Select((text, i) => (Text: text, Number: i + 1, Field: TaskField.Read(text))).ToList();
        var unread = lines.Where(l => l.Field is null).Select(l => new ValidationFailure($"Sheet.{nameof(Fields)}", "UnknownField")
        {
            ErrorCode = "UnknownField",
            FormattedMessagePlaceholderValues = new() { ["Number"] = l.Number, ["Line"] = l.Text },
        }).ToList();
        return unread.Count > 0
            ? throw new ValidationException(unread)
            : new QuestionnaireTerms(Audience, Year, Title, EnglishTitle, Introduction ?? "", [.. lines.Select(l => l.Field!)], LastDay);
    }
}
