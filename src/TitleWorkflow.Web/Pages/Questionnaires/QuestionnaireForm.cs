using TitleWorkflow.Application.Questionnaires;
using TitleWorkflow.Domain.Questionnaires;

namespace TitleWorkflow.Web.Pages.Questionnaires;

/// <summary>What the form of a draft holds: the fields as lines of one text.</summary>
public sealed class QuestionnaireForm
{
    public QuestionnaireAudience Audience { get; set; }

    public int? Year { get; set; }

    public string? Title { get; set; }

    public string? EnglishTitle { get; set; }

    public string? Introduction { get; set; }

    public string? Fields { get; set; }

    public DateOnly? LastDay { get; set; }

    public static QuestionnaireForm Of(GetQuestionnaire.Result asked) => new()
    {
        Audience = asked.Audience,
        Year = asked.Year,
        Title = asked.Title,
        EnglishTitle = asked.EnglishTitle,
        Introduction = asked.Introduction,
        Fields = string.Join('\n', asked.Fields.Select(f => f.Write())),
        LastDay = asked.LastDay,
    };

    public QuestionnaireSheet Sheet() => new(
        Audience, Year ?? 0, Title ?? "", EnglishTitle, Introduction,
        (Fields ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), LastDay ?? default);
}
