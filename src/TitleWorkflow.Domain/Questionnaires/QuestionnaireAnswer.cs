using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Questionnaires;

/// <summary>Identifies an answer.</summary>
public readonly record struct QuestionnaireAnswerId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static QuestionnaireAnswerId New() => new(Guid.CreateVersion7());
}

/// <summary>Whose answer it is: an enterprise's, or an applicant's.</summary>
/// <param name="Enterprise">The enterprise; null for an applicant.</param>
/// <param name="Person">The applicant; null for an enterprise.</param>
public sealed record Respondent(OrganisationId? Enterprise, PersonId? Person)
{
    /// <summary>An enterprise.</summary>
    public static Respondent Of(OrganisationId enterprise) => new(enterprise, null);

    /// <summary>An applicant.</summary>
    public static Respondent Of(PersonId person) => new(null, person);
}

/// <summary>The one answer of an enterprise or an applicant to a questionnaire; until it is closed the last one counts.</summary>
public sealed class QuestionnaireAnswer : Aggregate
{
    private QuestionnaireAnswer()
    {
    }

    /// <summary>Identity.</summary>
    public QuestionnaireAnswerId Id { get; private set; }

    /// <summary>The questionnaire.</summary>
    public QuestionnaireId Questionnaire { get; private set; }

    /// <summary>The enterprise; null for an applicant's answer.</summary>
    public OrganisationId? Enterprise { get; private set; }

    /// <summary>The applicant; null for an enterprise's answer.</summary>
    public PersonId? Person { get; private set; }

    /// <summary>Who gave it last.</summary>
    public PersonId AnsweredBy { get; private set; }

    /// <summary>When it was given last.</summary>
    public DateTimeOffset AnsweredAt { get; private set; }

    /// <summary>The values by label; what stayed empty is left out.</summary>
    public Dictionary<string, string> Values { get; private set; } = [];

    /// <summary>Answers for the first time.</summary>
    /// <exception cref="RuleBrokenException">The questionnaire is not open, or a field is not filled in as it says.</exception>
    public static QuestionnaireAnswer Give(
        Questionnaire questionnaire,
        Respondent respondent,
        IReadOnlyDictionary<string, string> values,
        PersonId by,
        DateTimeOffset now)
    {
        var answer = new QuestionnaireAnswer
        {
            Id = QuestionnaireAnswerId.New(),
            Questionnaire = questionnaire.Id,
            Enterprise = respondent.Enterprise,
            Person = respondent.Person,
        };
        answer.Revise(questionnaire, values, by, now);
        return answer;
    }

    /// <summary>Answers again; the earlier values go.</summary>
    /// <exception cref="RuleBrokenException">The questionnaire is not open, or a field is not filled in as it says.</exception>
    public void Revise(Questionnaire questionnaire, IReadOnlyDictionary<string, string> values, PersonId by, DateTimeOffset now)
    {
        Values = questionnaire.Accept(values, now);
        AnsweredBy = by;
        AnsweredAt = now;
    }
}
