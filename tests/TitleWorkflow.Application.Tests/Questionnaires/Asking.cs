using TitleWorkflow.Application.Questionnaires;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Questionnaires;

namespace TitleWorkflow.Application.Tests.Questionnaires;

/// <summary>Offices of the demonstration city that ask.</summary>
internal static class Asking
{
    /// <summary>What is asked: a number, a choice, a text.</summary>
    public static readonly IReadOnlyList<string> Lines =
        ["在申报人数 | People declaring | number | required", "困难 | What holds you up | choice: 材料, 学时, 没有 | required", "说明 | Remarks"];

    /// <summary>Three weeks from the first day.</summary>
    public static readonly DateOnly LastDay = Product.FirstDay.AddDays(21);

    /// <summary>What is asked of whom, of the plan year 2022.</summary>
    public static QuestionnaireSheet Sheet(QuestionnaireAudience audience = QuestionnaireAudience.Enterprises) =>
        new(audience, Product.FirstDay.Year, "申报进度", "Progress", null, Lines, LastDay);

    /// <summary>A draft of the district, or of somebody else; its number.</summary>
    public static async Task<string> Drafted(
        this Product product,
        QuestionnaireAudience audience = QuestionnaireAudience.Enterprises,
        string by = "district",
        Role role = Role.DistrictOfficer,
        string office = "linqiao") =>
        (await product.SendAs(by, new DraftQuestionnaire.Command(role, DemoOrganisations.Id(office), Sheet(audience)))).Number;

    /// <summary>The same, opened.</summary>
    public static async Task<string> Opened(
        this Product product,
        QuestionnaireAudience audience = QuestionnaireAudience.Enterprises,
        string by = "district",
        Role role = Role.DistrictOfficer,
        string office = "linqiao")
    {
        var number = await product.Drafted(audience, by, role, office);
        await product.SendAs(by, new OpenQuestionnaire.Command(number));
        return number;
    }

    /// <summary>An answer.</summary>
    public static AnswerQuestionnaire.Command Answer(string number, string people = "3", string hindrance = "材料", string? words = null) =>
        new(number, new Dictionary<string, string> { ["在申报人数"] = people, ["困难"] = hindrance, ["说明"] = words ?? "" });
}
