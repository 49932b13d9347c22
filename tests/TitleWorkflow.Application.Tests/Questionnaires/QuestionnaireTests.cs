using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Questionnaires;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Declarations;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Questionnaires;

public sealed class QuestionnaireTests
{
    [SkippableTheory, Databases]
    public async Task An_opened_questionnaire_is_told_to_the_personnel_offices_of_its_area_and_to_nobody_else(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);

        var number = await product.Drafted();
        var told = await product.SendAs("district", new OpenQuestionnaire.Command(number));

        Assert.Equal(2, told.Told);
        Assert.Equal(
            new[] { DemoPeople.Id("hr"), DemoPeople.Id("hengce-hr") }.ToHashSet(),
            (await product.ReadAsync(db => db.Notices.Where(n => n.Link == $"/questionnaires/{number}").Select(n => n.Person).ToListAsync()))
            .ToHashSet());
    }

    [SkippableTheory, Databases]
    public async Task An_organising_unit_asks_below_its_city(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);

        var number = await product.Opened(by: "organiser", role: Role.OrganisingOfficer, office: "unit");

        Assert.NotNull((await product.SendAs("jinshi-hr", new GetQuestionnaire.Query(number))).Answering);
        Assert.Contains((await product.SendAs("hr", new ListQuestionnaires.Query())).ToAnswer, r => r.Number == number);
    }

    [SkippableTheory, Databases]
    public async Task Nobody_but_its_office_and_its_audience_knows_of_a_questionnaire(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var number = await product.Opened();

        foreach (var stranger in new[] { "jinshi-hr", "applicant", "city", "organiser", "commissioner" })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs(stranger, new GetQuestionnaire.Query(number)));
            await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs(stranger, Asking.Answer(number)));
            await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs(stranger, new GetQuestionnaireResults.Query(number)));
            Assert.DoesNotContain((await product.SendAs(stranger, new ListQuestionnaires.Query())).ToAnswer, r => r.Number == number);
        }

        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs("hr", new GetQuestionnaireResults.Query(number)));
        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs("hr", new CloseQuestionnaire.Command(number)));
        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs(
            "district", new DraftQuestionnaire.Command(Role.CityOfficer, DemoOrganisations.Id("qingtan"), Asking.Sheet())));
    }

    [SkippableTheory, Databases]
    public async Task A_draft_is_changed_or_deleted_and_seen_by_its_office_alone(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var (changed, deleted) = (await product.Drafted(), await product.Drafted());

        await product.SendAs("district", new ReviseQuestionnaire.Command(changed, Asking.Sheet() with { Title = "改过的标题" }));
        await product.SendAs("district", new DeleteQuestionnaire.Command(deleted));

        Assert.Equal("改过的标题", (await product.SendAs("district", new GetQuestionnaire.Query(changed))).Title);
        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs("district", new GetQuestionnaire.Query(deleted)));
        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs("hr", new GetQuestionnaire.Query(changed)));
        await product.SendAs("district", new OpenQuestionnaire.Command(changed));
        await Refused.With(
            QuestionnaireRules.DraftOnly, () => product.SendAs("district", new ReviseQuestionnaire.Command(changed, Asking.Sheet())));
        await Refused.With(QuestionnaireRules.DraftOnly, () => product.SendAs("district", new DeleteQuestionnaire.Command(changed)));
    }

    [SkippableTheory, Databases]
    public async Task A_line_that_is_no_field_is_named_by_its_number(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var sheet = Asking.Sheet() with { Fields = ["人数 || number", "困难 || choice: 只有一个"] };

        var refusal = await Assert.ThrowsAsync<ValidationException>(() => product.SendAs(
            "district", new DraftQuestionnaire.Command(Role.DistrictOfficer, DemoOrganisations.Id("linqiao"), sheet)));

        Assert.Equal(2, Assert.Single(refusal.Errors).FormattedMessagePlaceholderValues["Number"]);
    }

    [SkippableTheory, Databases]
    public async Task An_enterprise_has_one_answer_and_the_last_one_counts(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var number = await product.Opened();

        await product.SendAs("hr", Asking.Answer(number));
        product.Clock.Pass(TimeSpan.FromHours(2));
        await product.SendAs("hr", Asking.Answer(number, people: "5", hindrance: "学时"));

        var seen = (await product.SendAs("hr", new GetQuestionnaire.Query(number))).Answering!;
        Assert.Equal(("5", "学时"), (seen.Values["在申报人数"], seen.Values["困难"]));
        Assert.Equal(product.Clock.GetUtcNow(), seen.AnsweredAt);
        Assert.Equal(1, await product.ReadAsync(db => db.Questionnaires.Where(q => q.Number == number)
            .SelectMany(q => db.QuestionnaireAnswers.Where(a => a.Questionnaire == q.Id)).CountAsync()));
        Assert.Equal(1, (await product.SendAs("hr", new ListQuestionnaires.Query())).ToAnswer.Single(r => r.Number == number).Answers);
    }

    [SkippableTheory, Databases]
    public async Task Colleagues_who_answer_at_the_same_instant_give_one_answer(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var number = await product.Opened();
        var colleague = Sender.Of("chairperson").Holding(Role.EmployerHr, "yuanxiu");

        await Task.WhenAll(
            product.SendAs("hr", Asking.Answer(number, people: "1")), product.SendAs(colleague, Asking.Answer(number, people: "2")));

        Assert.Equal(1, (await product.SendAs("district", new GetQuestionnaireResults.Query(number))).Answered);
    }

    [SkippableTheory, Databases]
    public async Task The_same_answer_sent_again_after_the_last_day_is_done_once(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var number = await product.Opened();
        var sender = Sender.Of("hr").WithKey("a1");
        var first = product.Clock.GetUtcNow();

        await product.SendAs(sender, Asking.Answer(number));
        product.Clock.MoveTo(Asking.LastDay, hour: 23);
        await product.SendAs(sender, Asking.Answer(number));

        Assert.Equal(first, (await product.SendAs("hr", new GetQuestionnaire.Query(number))).Answering!.AnsweredAt);
    }

    [SkippableTheory, Databases]
    public async Task What_does_not_fit_is_refused_field_by_field(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var number = await product.Opened();

        var refusal = await Assert.ThrowsAsync<ValidationException>(
            () => product.SendAs("hr", Asking.Answer(number, people: "三", hindrance: "")));

        Assert.Equal(
            [("Fields[0].Value", "FieldNumber"), ("Fields[1].Value", "FieldRequired")],
            refusal.Errors.Select(e => (e.PropertyName, e.ErrorCode)));
        Assert.Null((await product.SendAs("hr", new GetQuestionnaire.Query(number))).Answering!.AnsweredAt);
    }

    [SkippableTheory, Databases]
    public async Task After_its_last_day_or_closed_by_hand_it_takes_no_answer(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var (late, closed) = (await product.Opened(), await product.Opened());

        await product.SendAs("district", new CloseQuestionnaire.Command(closed));

        await Refused.With(QuestionnaireRules.StillOpen, () => product.SendAs("hr", Asking.Answer(closed)));
        product.Clock.MoveTo(Asking.LastDay.AddDays(1), hour: 0);
        await Refused.With(QuestionnaireRules.StillOpen, () => product.SendAs("hr", Asking.Answer(late)));
        Assert.Equal(QuestionnaireState.Closed, (await product.SendAs("hr", new GetQuestionnaire.Query(late))).State);
        Assert.DoesNotContain((await product.SendAs("hr", new ListQuestionnaires.Query())).ToAnswer, r => r.Number == late || r.Number == closed);
    }

    [SkippableTheory, Databases]
    public async Task A_reminder_goes_to_those_who_have_not_answered_once_a_day(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var number = await product.Opened();
        await product.SendAs("hr", Asking.Answer(number));

        var told = await product.SendAs("district", new RemindOfQuestionnaire.Command(number));

        Assert.Equal(1, told.Told);
        Assert.Equal(
            [DemoPeople.Id("hengce-hr")],
            await product.ReadAsync(db => db.Notices.Where(n => n.Text == "notice.questionnaire-reminder").Select(n => n.Person).ToListAsync()));
        await Refused.With(
            QuestionnaireRules.RemindedOnceADay, () => product.SendAs("district", new RemindOfQuestionnaire.Command(number)));
        product.Clock.MoveTo(Product.FirstDay.AddDays(1), hour: 0);
        await product.SendAs("district", new RemindOfQuestionnaire.Command(number));
    }

    [SkippableTheory, Databases]
    public async Task Results_count_who_has_answered_and_sum_up_what(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var number = await product.Opened();
        await HandedIn.Submitted(product);
        await product.SendAs("hr", Asking.Answer(number, people: "3", words: "在补材料"));
        await product.SendAs("hengce-hr", Asking.Answer(number, people: "1.5", hindrance: "没有"));

        var results = await product.SendAs("district", new GetQuestionnaireResults.Query(number));

        Assert.Equal((4, 2), (results.Asked, results.Answered));
        Assert.Equal(new NumberFigures(4.5m, 2.25m, 1.5m, 3m), results.Fields[0].Figures);
        Assert.Equal([1, 0, 1], results.Fields[1].Counts!.Select(c => c.Count));
        Assert.Equal(["在补材料"], results.Fields[2].Words!);
        var row = results.Rows.Single(r => r.Name == "远岫自动化有限公司");
        Assert.Equal(1, row.Phases[ListDeclarations.Phase.Review]);
        Assert.Equal(["听澜液压件有限公司", "青檀机械研究院"], results.Rows.Where(r => r.AnsweredAt is null).Select(r => r.Name).Order());
    }

    [SkippableTheory, Databases]
    public async Task A_personnel_office_is_shown_where_its_declarations_stand_but_no_draft(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var number = await product.Opened();
        var draft = await HandedIn.FilledIn(product);
        Assert.Equal(0, (await Known()).Values.Sum());

        await product.SendAs("applicant", new SubmitDeclaration.Command(draft, "方知遥"));

        Assert.Equal((1, 1), ((await Known())[ListDeclarations.Phase.Review], (await Known()).Values.Sum()));

        async Task<IReadOnlyDictionary<ListDeclarations.Phase, int>> Known() =>
            (await product.SendAs("hr", new GetQuestionnaire.Query(number))).Answering!.Phases;
    }

    [SkippableTheory, Databases]
    public async Task Applicants_are_asked_once_the_office_sees_their_declaration(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var draft = await HandedIn.FilledIn(product);
        var number = await product.Opened(QuestionnaireAudience.Applicants);
        var units = await product.Opened(QuestionnaireAudience.Applicants, "organiser", Role.OrganisingOfficer, "unit");
        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs("applicant", Asking.Answer(number)));

        await product.SendAs("applicant", new SubmitDeclaration.Command(draft, "方知遥"));
        await product.SendAs("applicant", Asking.Answer(number));

        var seen = (await product.SendAs("applicant", new GetQuestionnaire.Query(number))).Answering!;
        Assert.Equal((draft, "EmployerChecking"), (Assert.Single(seen.Cases).Declaration, seen.Cases[0].Status));
        var results = await product.SendAs("district", new GetQuestionnaireResults.Query(number));
        Assert.Equal((1, 1, "方知遥"), (results.Asked, results.Answered, results.Rows[0].Name));
        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs("applicant", new GetQuestionnaire.Query(units)));
        Assert.Equal(0, (await product.SendAs("organiser", new GetQuestionnaireResults.Query(units))).Asked);
        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs("hr", new GetQuestionnaire.Query(number)));
    }

    [SkippableTheory, Databases]
    public async Task A_commissioner_asks_enterprises_in_its_own_name(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);

        var number = await product.Opened(by: "commissioner", role: Role.ServiceCommissioner);
        await product.SendAs("hr", Asking.Answer(number));

        Assert.Equal(1, (await product.SendAs("commissioner", new GetQuestionnaireResults.Query(number))).Answered);
        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs("district", new GetQuestionnaireResults.Query(number)));
        await Refused.With(
            QuestionnaireRules.ApplicantsOfOffice,
            () => product.Drafted(QuestionnaireAudience.Applicants, "commissioner", Role.ServiceCommissioner));
    }

    [SkippableTheory, Databases]
    public async Task Who_works_for_two_enterprises_answers_for_each_and_is_told_once(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await product.StoreAsync(new Grant(DemoPeople.Id("hr"), Role.EmployerHr, DemoOrganisations.Id("tinglan"), Product.FirstDay));
        var both = Sender.Of("hr").Holding(Role.EmployerHr, "tinglan");
        var number = await product.Drafted();

        var told = await product.SendAs("district", new OpenQuestionnaire.Command(number));
        await product.SendAs(both, Asking.Answer(number) with { Enterprise = DemoOrganisations.Id("tinglan") });

        Assert.Equal(2, told.Told);
        var seen = await product.SendAs(both, new GetQuestionnaire.Query(number, DemoOrganisations.Id("yuanxiu")));
        Assert.Null(seen.Answering!.AnsweredAt);
        Assert.Equal(2, seen.Enterprises.Count);
        Assert.Equal((1, 2), (await product.SendAs(both, new ListQuestionnaires.Query())).ToAnswer
            .Where(r => r.Number == number).Select(r => (r.Answers, r.Own)).Single());
    }
}
