using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Seed;

/// <summary>The demonstration's questionnaire: the city asks its enterprises how far they are, and two have answered.</summary>
internal static class DemoQuestionnaire
{
    private static readonly IReadOnlyList<TaskField> Fields =
    [
        .. new[]
        {
            "计划申报人数 | People who will declare | number | required",
            "主要困难 | What holds you up most | choice: 材料准备, 继续教育学时, 业绩成果, 暂无困难 | required",
            "需要上门辅导 | A visit would help | yesno",
            "想对我们说的 | What you would like to tell us",
        }.Select(line => TaskField.Read(line)!),
    ];

    /// <summary>An open questionnaire, its answers, and the series its number is of.</summary>
    public static IEnumerable<object> Create(DateOnly start)
    {
        var city = DemoOrganisations.Id("qingtan");
        var questionnaire = Questionnaire.Draft(
            $"WJ-{start.Year}-0001",
            new QuestionnaireAsker(Role.CityOfficer, city, city),
            new QuestionnaireTerms(
                QuestionnaireAudience.Enterprises, start.Year, $"{start.Year} 年度职称申报进度问卷", $"How far are your declarations of {start.Year}?",
                "请各单位人事如实填报，我们据此安排辅导。", Fields, start.AddMonths(1)),
            DemoPeople.Id("city"), At(start.AddDays(-3)));
        questionnaire.Open(At(start.AddDays(-2)));
        return
        [
            new NumberSeries { Key = $"questionnaire/{start.Year}", Next = 2 },
            questionnaire,
            Answer(questionnaire, "hengce", "3", "继续教育学时", "Yes", "希望集中办一期网上学时班。", At(start.AddDays(-1))),
            Answer(questionnaire, "jinshi", "12", "材料准备", "No", null, At(start.AddDays(-1))),
        ];
    }

    private static QuestionnaireAnswer Answer(
        Questionnaire questionnaire, string enterprise, string people, string hindrance, string visit, string? words, DateTimeOffset at) =>
        QuestionnaireAnswer.Give(
            questionnaire,
            Respondent.Of(DemoOrganisations.Id(enterprise)),
            Fields.Zip([people, hindrance, visit, words ?? ""]).ToDictionary(f => f.First.Label, f => f.Second),
            DemoPeople.Id($"{enterprise}-hr"),
            at);

    private static DateTimeOffset At(DateOnly day) => day.StartsAt(hour: 9);
}
