using System.Globalization;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Domain.Questionnaires;

/// <summary>Identifies a questionnaire.</summary>
public readonly record struct QuestionnaireId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static QuestionnaireId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>Who is asked.</summary>
public enum QuestionnaireAudience
{
    /// <summary>Enterprises, one answer each, given by their personnel office.</summary>
    Enterprises,

    /// <summary>Applicants with a declaration in the plan year, one answer each.</summary>
    Applicants,
}

/// <summary>Where a questionnaire stands.</summary>
public enum QuestionnaireState
{
    /// <summary>Being written; nobody else sees it.</summary>
    Draft,

    /// <summary>Can be answered.</summary>
    Open,

    /// <summary>Closed by hand, or its last day is over.</summary>
    Closed,
}

/// <summary>The office that asks, and in which role: what another role of the same office asks is not its own.</summary>
/// <param name="Role">The role.</param>
/// <param name="Office">Where it is held.</param>
/// <param name="Territory">
/// The organisation below which is asked: the office, for an organising unit the authority above it.
/// </param>
public sealed record QuestionnaireAsker(Role Role, OrganisationId Office, OrganisationId Territory);

/// <summary>What is asked, of whom and until when; it can be changed while the questionnaire is a draft.</summary>
/// <param name="Audience">Who is asked.</param>
/// <param name="Year">Plan year of the declarations it is about.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="EnglishTitle">English title; null if there is none.</param>
/// <param name="Introduction">What it is for; may be empty.</param>
/// <param name="Fields">What is asked, 1 to <see cref="Questionnaire.MostFields"/>.</param>
/// <param name="LastDay">Last day on which it is answered, till 24:00.</param>
public sealed record QuestionnaireTerms(
    QuestionnaireAudience Audience,
    int Year,
    string Title,
    string? EnglishTitle,
    string Introduction,
    IReadOnlyList<TaskField> Fields,
    DateOnly LastDay);

/// <summary>
/// An office asks enterprises or applicants how far they are with their declarations and what holds them up (申报进度问卷). It is
/// written, opened, and closed by hand or by its last day.
/// </summary>
public sealed class Questionnaire : Aggregate
{
    /// <summary>Most fields.</summary>
    public const int MostFields = 30;

    /// <summary>Greatest number that is taken, below zero too: whatever is summed up stays a number.</summary>
    public const decimal GreatestNumber = 1_000_000_000_000m;

    private Questionnaire()
    {
    }

    /// <summary>Identity.</summary>
    public QuestionnaireId Id { get; private set; }

    /// <summary>Number shown to people, such as WJ-2026-0003.</summary>
    public string Number { get; private set; } = "";

    /// <summary>In which role it is asked.</summary>
    public Role Role { get; private set; }

    /// <summary>The office that asks.</summary>
    public OrganisationId Office { get; private set; }

    /// <summary>The organisation below which is asked.</summary>
    public OrganisationId Territory { get; private set; }

    /// <summary>Who is asked.</summary>
    public QuestionnaireAudience Audience { get; private set; }

    /// <summary>Plan year.</summary>
    public int Year { get; private set; }

    /// <summary>Chinese title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>English title; null if there is none.</summary>
    public string? EnglishTitle { get; private set; }

    /// <summary>What it is for; may be empty.</summary>
    public string Introduction { get; private set; } = "";

    /// <summary>What is asked.</summary>
    public List<TaskField> Fields { get; private set; } = [];

    /// <summary>Last day on which it is answered, till 24:00.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>Who wrote it.</summary>
    public PersonId DraftedBy { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset DraftedAt { get; private set; }

    /// <summary>When it was opened; null before.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>When it was closed by hand; null if it was not.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The day of the latest reminder; null before the first.</summary>
    public DateOnly? RemindedOn { get; private set; }

    /// <summary>Begins a draft.</summary>
    /// <exception cref="RuleBrokenException">The fields are not in order, or the role may not ask these people.</exception>
    public static Questionnaire Draft(
        string number, QuestionnaireAsker asker, QuestionnaireTerms terms, PersonId by, DateTimeOffset now)
    {
        var questionnaire = new Questionnaire
        {
            Id = QuestionnaireId.New(),
            Number = number,
            Role = asker.Role,
            Office = asker.Office,
            Territory = asker.Territory,
            DraftedBy = by,
            DraftedAt = now,
        };
        questionnaire.Take(terms);
        return questionnaire;
    }

    /// <summary>Where it stands on a day.</summary>
    public QuestionnaireState StateOn(DateOnly day) => OpenedAt is null
        ? QuestionnaireState.Draft
        : ClosedAt is null && day <= LastDay ? QuestionnaireState.Open : QuestionnaireState.Closed;

    /// <summary>The office changes its draft.</summary>
    /// <exception cref="RuleBrokenException">It was opened, or what is asked is not in order.</exception>
    public void Revise(QuestionnaireTerms terms)
    {
        RequireDraft();
        Take(terms);
    }

    /// <summary>Asks whether it may be deleted.</summary>
    /// <exception cref="RuleBrokenException">It was opened.</exception>
    public void RequireDraft() => QuestionnaireRules.DraftOnly.Require(OpenedAt is null);

    /// <summary>Opens it to its audience.</summary>
    /// <exception cref="RuleBrokenException">It was opened before, or its last day is over.</exception>
    public void Open(DateTimeOffset now)
    {
        RequireDraft();
        QuestionnaireRules.LastDayAhead.Require(now.LegalDate() <= LastDay);
        OpenedAt = now;
    }

    /// <summary>Closes it before its last day is over.</summary>
    /// <exception cref="RuleBrokenException">It is not open.</exception>
    public void Close(DateTimeOffset now)
    {
        RequireOpen(now);
        ClosedAt = now;
    }

    /// <summary>Those who have not answered are reminded.</summary>
    /// <exception cref="RuleBrokenException">It is not open, or they were reminded on this day.</exception>
    public void Remind(DateTimeOffset now)
    {
        RequireOpen(now);
        QuestionnaireRules.RemindedOnceADay.Require(RemindedOn != now.LegalDate());
        RemindedOn = now.LegalDate();
    }

    /// <summary>Fields whose value is missing or is none of what they accept, in their order.</summary>
    public IEnumerable<TaskField> Unfit(IReadOnlyDictionary<string, string> values) =>
        Fields.Where(f => values.GetValueOrDefault(f.Label) is var value
            && (!f.Accepts(value) || (f.Kind == TaskFieldKind.Number && IsTooGreat(value))));

    /// <summary>The values of an answer given now: what was not asked or stayed empty is left out.</summary>
    /// <exception cref="RuleBrokenException">It is not open, or a field is not filled in as it says.</exception>
    internal Dictionary<string, string> Accept(IReadOnlyDictionary<string, string> values, DateTimeOffset now)
    {
        RequireOpen(now);
        QuestionnaireRules.FieldsFilledIn.Require(!Unfit(values).Any());
        return Fields.Where(f => !string.IsNullOrWhiteSpace(values.GetValueOrDefault(f.Label)))
            .ToDictionary(f => f.Label, f => values[f.Label].Trim());
    }

    private static bool IsTooGreat(string? value) =>
        decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) > GreatestNumber;

    private void RequireOpen(DateTimeOffset now) =>
        QuestionnaireRules.StillOpen.Require(StateOn(now.LegalDate()) == QuestionnaireState.Open);

    private void Take(QuestionnaireTerms terms)
    {
        QuestionnaireRules.ApplicantsOfOffice.Require(
            terms.Audience != QuestionnaireAudience.Applicants || Role != Role.ServiceCommissioner);
        QuestionnaireRules.FieldsInOrder.Require(
            terms.Fields.Count is >= 1 and <= MostFields && terms.Fields.DistinctBy(f => f.Label).Count() == terms.Fields.Count);
        Audience = terms.Audience;
        Year = terms.Year;
        Title = terms.Title.Trim();
        EnglishTitle = string.IsNullOrWhiteSpace(terms.EnglishTitle) ? null : terms.EnglishTitle.Trim();
        Introduction = terms.Introduction.Trim();
        Fields = [.. terms.Fields];
        LastDay = terms.LastDay;
    }
}
