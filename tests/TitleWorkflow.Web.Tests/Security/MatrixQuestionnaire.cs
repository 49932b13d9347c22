using TitleWorkflow.Application.Seed;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Security;

/// <summary>A questionnaire of the matrix: asked of the district's enterprises, and closed.</summary>
internal static class MatrixQuestionnaire
{
    public static async Task<string> Closed(Server server)
    {
        var district = await server.As("district");
        var number = (await district.Post("/questionnaires", new
        {
            role = "DistrictOfficer",
            office = DemoOrganisations.Id("linqiao").Value,
            sheet = new { audience = "Enterprises", year = server.Today.Year, title = "申报进度", fields = new[] { "困难" }, lastDay = server.Today.AddDays(7) },
        })).Done().Text("number");
        (await district.Post($"/questionnaires/{number}/open")).Done();
        (await district.Post($"/questionnaires/{number}/close")).Done();
        return number;
    }
}
