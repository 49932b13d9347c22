using TitleWorkflow.Application.Seed;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>The city's open questionnaire, reminded of today, one for applicants, and a draft whose last day is over.</summary>
public sealed partial class City
{
    private async Task Ask()
    {
        var city = await As("city");
        places["questionnaire draft"] = await Asks("Enterprises", Today.AddDays(-1));
        places["questionnaire applicants"] = await Asks("Applicants", Today.AddDays(7));
        places["questionnaire"] = await Asks("Enterprises", Today.AddDays(7));
        (await city.Post($"/questionnaires/{places["questionnaire applicants"]}/open")).Done();
        (await city.Post($"/questionnaires/{places["questionnaire"]}/open")).Done();
        (await (await As("hengce-hr")).Put($"/questionnaires/{places["questionnaire"]}/answer", new
        {
            values = new Dictionary<string, string> { ["计划申报人数"] = "3", ["主要困难"] = "学时", ["说明"] = "等继续教育平台开放" },
        })).Done();
        (await city.Post($"/questionnaires/{places["questionnaire"]}/remind")).Done();
    }

    private async Task<string> Asks(string audience, DateOnly lastDay) => (await (await As("city")).Post("/questionnaires", new
    {
        role = "CityOfficer",
        office = DemoOrganisations.Id("qingtan").Value,
        sheet = new
        {
            audience,
            year = Today.Year,
            title = "申报进度问卷",
            englishTitle = "How far are you?",
            introduction = "请如实填报。",
            fields = new[]
            {
                "计划申报人数 | People | number | required", "主要困难 | Hindrance | choice: 材料, 学时 | required", "最晚报送 | Latest | date",
                "需要辅导 | Visit | yesno", "说明 | Remarks",
            },
            lastDay,
        },
    })).Done().Text("number");
}
