using System.Globalization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Applicants;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Spreadsheets;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Persistence.Operation;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>Lists of applicants that offices hand in.</summary>
internal static class ApplicantList
{
    private static readonly string[] Headings = [ApplicantSheet.Name, ApplicantSheet.Identity, ApplicantSheet.Phone];

    /// <summary>Hands in a list of one's own staff and works it off; its id. The last row is wrong.</summary>
    public static async Task<string> WorkedOff(Server server, string userName, params string[] names)
    {
        var answer = await (await server.As(userName)).Upload(
            "/applicant-lists", "名单.xlsx", Sheet(names), ("plan", $"{DemoCity.Plan.Value}"));
        await server.Services.GetRequiredService<DutyRoster>().TakeAsync(default);
        await server.Services.GetRequiredService<ImportRound>().RunAsync(default);
        return answer.Done().Text("import");
    }

    /// <summary>A list of staff as a spreadsheet; the last row, after the names, is wrong.</summary>
    /// <param name="names">Names of the rows before it.</param>
    /// <param name="first">Number of the first, which makes identity and telephone.</param>
    public static byte[] Sheet(IEnumerable<string> names, int first = 0) => Spreadsheet.Write(
        "名单",
        [
            Headings,
            .. names.Select((name, i) => new[] { name, Identity(first + i), $"1390000{first + i:D4}" }),
            ["何青岚", "0", "13900009999"],
        ]);

    /// <summary>Works off as many rows as fit one commit.</summary>
    public static async Task WorkOn(Server server, string import)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISender>()
            .Send(new ImportNextRows.Command(new ApplicantImportId(Guid.Parse(import))));
    }

    /// <summary>The code of a new invitation of somebody who was listed.</summary>
    public static async Task<string> Invites(Server server, string userName, string name)
    {
        var office = await server.As(userName);
        var person = (await office.All("/invitations")).Single(p => p.Text("name") == name).Text("person");
        return (await office.Post($"/invitations/{person}")).Done().Text("code");
    }

    private static string Identity(int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"990400199001010{number:D2}");
        return digits + IdentityNumber.CheckCharacter(digits);
    }
}
