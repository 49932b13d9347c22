using System.Text.Json.Nodes;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Security;

/// <summary>A pilot and a plan of the matrix: decided and over, so that nobody who is let in changes anything.</summary>
internal static class MatrixPilot
{
    /// <summary>Yuanxiu's pilot, authorised and with a renewal begun, and who runs its office: somebody the matrix does not ask.</summary>
    public static async Task<(string Pilot, string Secretary)> Authorised(Server server)
    {
        var secretary = DemoPeople.Id("applicant-0003").Value;
        var hr = await server.As("hr");
        var drafted = await hr.Post("/pilots", new
        {
            unit = DemoOrganisations.Id("yuanxiu").Value,
            scope = new
            {
                series = "Engineering",
                specialty = "自动化",
                level = "Intermediate",
                committeeSize = 7,
                staff = 80,
                internalRules = "按计划评审",
                secretary,
                standard = new[] { new { target = "Intermediate", degree = "Bachelor", after = "Assistant", years = 4 } },
            },
        });
        var pilot = drafted.Done().Text("application");
        (await hr.Post($"/pilots/{pilot}/submit")).Done();
        (await (await server.As("district")).Post($"/pilots/{pilot}/pass")).Done();
        (await (await server.As("city")).Post($"/pilots/{pilot}/evaluate", new
        {
            documentNumber = "青人社职〔2026〕8 号",
            from = server.Today,
            to = server.Today.AddYears(1),
        })).Done();
        (await (await server.As("city2")).Post($"/pilots/{pilot}/authorise")).Done();
        (await hr.Post($"/pilots/{pilot}/renew")).Done();
        return (pilot, $"{secretary}");
    }

    /// <summary>An approved plan of the committee whose window is over.</summary>
    public static async Task<string> ClosedPlan(Server server, string ruleSet)
    {
        var yesterday = server.Today.AddDays(-1);
        var proposed = await (await server.As("office")).Post("/plan-proposals", new
        {
            committee = DemoOrganisations.Id("committee").Value,
            year = 2026,
            level = "Assistant",
            terms = new JsonObject
            {
                ["title"] = "已截止的计划",
                ["englishTitle"] = "Closed plan",
                ["opensOn"] = $"{yesterday:yyyy-MM-dd}",
                ["closesOn"] = $"{yesterday:yyyy-MM-dd}",
                ["meetingMonth"] = $"{server.Today:yyyy-MM}-01",
                ["ruleSet"] = ruleSet,
                ["fee"] = 0,
                ["contact"] = "",
            },
        });
        var proposal = proposed.Done().Text("proposal");
        var city = await server.As("city");
        var revision = (await city.Get($"/plan-proposals/{proposal}")).Done().Number("revision");
        (await city.Post($"/plan-proposals/{proposal}/approve", new { revision })).Done();
        return proposal;
    }
}
