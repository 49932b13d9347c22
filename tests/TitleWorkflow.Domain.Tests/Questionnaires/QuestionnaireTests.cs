using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Domain.Tests.Questionnaires;

public sealed class QuestionnaireTests
{
    private const string Staff = "在申报人数 | People declaring | number | required";
    private const string Hindrance = "困难 | What holds you up | choice: 材料, 学时, 没有 | required";
    private const string Words = "说明";
    private static readonly PersonId Officer = PersonId.New();
    private static readonly DateTimeOffset Begun = Qingtan.Time("2026-03-02 09:00");

    [Fact]
    public void A_draft_is_changed_until_it_is_opened_and_never_after()
    {
        var questionnaire = Draft();

        questionnaire.Revise(Terms(Staff, Words));
        questionnaire.RequireDraft();
        questionnaire.Open(Begun);

        Assert.Equal(["在申报人数", "说明"], questionnaire.Fields.Select(f => f.Label));
        Refused.With(QuestionnaireRules.DraftOnly, () => questionnaire.Revise(Terms(Staff)));
        Refused.With(QuestionnaireRules.DraftOnly, questionnaire.RequireDraft);
        Refused.With(QuestionnaireRules.DraftOnly, () => questionnaire.Open(Begun));
    }

    [Fact]
    public void It_has_one_to_thirty_fields_and_none_twice()
    {
        var thirty = Enumerable.Range(1, 30).Select(i => $"项目{i}").ToArray();

        Draft(Terms(thirty));
        Refused.With(QuestionnaireRules.FieldsInOrder, () => Draft(Terms()));
        Refused.With(QuestionnaireRules.FieldsInOrder, () => Draft(Terms([.. thirty, "再一项"])));
        Refused.With(QuestionnaireRules.FieldsInOrder, () => Draft(Terms(Words, "说明 | Words | text")));
    }

    [Fact]
    public void A_commissioner_asks_enterprises_alone()
    {
        var applicants = Terms(Staff) with { Audience = QuestionnaireAudience.Applicants };

        Draft(applicants);
        Draft(Terms(Staff), Role.ServiceCommissioner);
        Refused.With(QuestionnaireRules.ApplicantsOfOffice, () => Draft(applicants, Role.ServiceCommissioner));
    }

    [Theory]
    [InlineData("2026-03-16 23:59", true)]
    [InlineData("2026-03-17 00:00", false)]
    public void It_can_be_opened_up_to_its_last_day(string now, bool opens)
    {
        var questionnaire = Draft();

        if (opens)
        {
            questionnaire.Open(Qingtan.Time(now));
            Assert.Equal(QuestionnaireState.Open, questionnaire.StateOn(Qingtan.Day("2026-03-16")));
        }
        else
        {
            Refused.With(QuestionnaireRules.LastDayAhead, () => questionnaire.Open(Qingtan.Time(now)));
        }
    }

    [Fact]
    public void It_closes_by_itself_when_its_last_day_is_over()
    {
        var questionnaire = Opened();

        Answer(questionnaire, "2026-03-16 23:59");

        Assert.Equal(QuestionnaireState.Closed, questionnaire.StateOn(Qingtan.Day("2026-03-17")));
        Refused.With(QuestionnaireRules.StillOpen, () => Answer(questionnaire, "2026-03-17 00:00"));
        Refused.With(QuestionnaireRules.StillOpen, () => questionnaire.Close(Qingtan.Time("2026-03-17 09:00")));
        Refused.With(QuestionnaireRules.StillOpen, () => questionnaire.Remind(Qingtan.Time("2026-03-17 09:00")));
    }

    [Fact]
    public void Closed_by_hand_it_takes_no_answer_and_a_draft_takes_none_either()
    {
        var questionnaire = Opened();
        questionnaire.Close(Begun.AddHours(1));

        Refused.With(QuestionnaireRules.StillOpen, () => Answer(questionnaire, "2026-03-03"));
        Refused.With(QuestionnaireRules.StillOpen, () => Answer(Draft(), "2026-03-03"));
    }

    [Fact]
    public void Those_who_have_not_answered_are_reminded_once_a_day()
    {
        var questionnaire = Opened();

        questionnaire.Remind(Qingtan.Time("2026-03-04 00:00"));

        Refused.With(QuestionnaireRules.RemindedOnceADay, () => questionnaire.Remind(Qingtan.Time("2026-03-04 23:59")));
        questionnaire.Remind(Qingtan.Time("2026-03-05 00:00"));
        Assert.Equal(Qingtan.Day("2026-03-05"), questionnaire.RemindedOn);
    }

    [Theory]
    [InlineData("在申报人数", "")]
    [InlineData("在申报人数", "三")]
    [InlineData("在申报人数", "1000000000001")]
    [InlineData("困难", "时间")]
    [InlineData("困难", null)]
    public void An_answer_that_does_not_fit_is_refused_and_the_field_named(string field, string? value)
    {
        var questionnaire = Opened();
        var values = new Dictionary<string, string> { ["在申报人数"] = "3", ["困难"] = "材料" };
        values.Remove(field);
        if (value is not null)
        {
            values[field] = value;
        }

        Assert.Equal([field], questionnaire.Unfit(values).Select(f => f.Label));
        Refused.With(QuestionnaireRules.FieldsFilledIn, () => Answer(questionnaire, "2026-03-03", values));
    }

    [Fact]
    public void An_answer_given_again_takes_the_place_of_the_earlier_and_keeps_what_was_asked_alone()
    {
        var questionnaire = Opened();
        var answer = Answer(questionnaire, "2026-03-03");
        var colleague = PersonId.New();

        answer.Revise(
            questionnaire,
            new Dictionary<string, string> { ["在申报人数"] = " 4 ", ["困难"] = "没有", ["说明"] = " ", ["未问及"] = "不存" },
            colleague,
            Qingtan.Time("2026-03-05 10:00"));

        Assert.Equal(new Dictionary<string, string> { ["在申报人数"] = "4", ["困难"] = "没有" }, answer.Values);
        Assert.Equal((colleague, Qingtan.Time("2026-03-05 10:00")), (answer.AnsweredBy, answer.AnsweredAt));
    }

    [Theory]
    [InlineData("说明")]
    [InlineData("说明 | Words")]
    [InlineData("日期 | Day | date | required")]
    [InlineData("困难 || choice: 材料, 学时 | required")]
    [InlineData("是否集中报送 | Together | yesno")]
    public void A_field_written_as_a_line_reads_as_the_same_field(string line)
    {
        var field = TaskField.Read(line)!;

        var again = TaskField.Read(field.Write())!;

        Assert.Equal(field with { Options = again.Options }, again);
        Assert.Equal(field.Options, again.Options);
    }

    private static Questionnaire Opened()
    {
        var questionnaire = Draft();
        questionnaire.Open(Begun);
        return questionnaire;
    }

    private static QuestionnaireAnswer Answer(Questionnaire questionnaire, string now, Dictionary<string, string>? values = null) =>
        QuestionnaireAnswer.Give(
            questionnaire, Respondent.Of(OrganisationId.New()),
            values ?? new() { ["在申报人数"] = "3", ["困难"] = "材料" }, PersonId.New(), Qingtan.Time(now));

    private static Questionnaire Draft(QuestionnaireTerms? terms = null, Role role = Role.DistrictOfficer) => Questionnaire.Draft(
        "WJ-2026-0001", new QuestionnaireAsker(role, OrganisationId.New(), OrganisationId.New()), terms ?? Terms(Staff, Hindrance, Words),
        Officer, Begun);

    private static QuestionnaireTerms Terms(params string[] lines) => new(
        QuestionnaireAudience.Enterprises, 2026, "申报进度", "Progress", "", [.. lines.Select(l => TaskField.Read(l)!)],
        Qingtan.Day("2026-03-16"));
}
