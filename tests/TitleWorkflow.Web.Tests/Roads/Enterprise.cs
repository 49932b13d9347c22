using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>An enterprise that nominates, over HTTP.</summary>
/// <param name="server">The program.</param>
/// <param name="key">Key of the enterprise in the demonstration.</param>
/// <param name="chairperson">Who signs.</param>
internal sealed class Enterprise(Server server, string key, string chairperson)
{
    public static Enterprise Yuanxiu(Server server) => new(server, "yuanxiu", "chairperson");

    public static Enterprise Hengce(Server server) => new(server, "hengce", "hengce-chairperson");

    public static Enterprise Tinglan(Server server) => new(server, "tinglan", "tinglan-chairperson");

    /// <summary>Writes a nomination; answers its id.</summary>
    public async Task<string> Writes(string nominee, PlanId? plan = null, string? by = null) =>
        (await (await server.As(by ?? chairperson)).Post(
            "/nominations",
            new
            {
                plan = (plan ?? DemoNomination.Plan).Value,
                nominee = DemoPeople.Id(nominee).Value,
                reasons = "主持高温阀门研制，4 项发明专利投产。",
            })).Done().Text("nomination");

    public async Task<Answer> Signs(string nomination, string? by = null, bool isRelative = false, string? name = null)
    {
        var userName = by ?? chairperson;
        return await (await server.As(userName)).Post(
            $"/nominations/{nomination}/sign",
            new
            {
                signedName = name ?? DemoPeople.All.Single(p => p.UserName == userName).Name,
                password = Server.Password,
                isRelative,
            });
    }

    public async Task<Answer> Nominates(string nominee, PlanId? plan = null) => await Signs(await Writes(nominee, plan));

    public async Task<Answer> TakesBack(string nomination) =>
        await (await server.As(chairperson)).Post($"/nominations/{nomination}/take-back");

    public async Task<JsonNode> Nomination(string id) => (await (await server.As(chairperson)).Get($"/nominations/{id}")).Done();

    /// <summary>The year's quota: used of total, full senior used of total.</summary>
    public async Task<string> Quota()
    {
        var quota = (await (await server.As(chairperson)).Get($"/enterprises/{DemoOrganisations.Id(key).Value}")).Done().Part("quota");
        return $"{quota.Number("used")}/{quota.Number("total")} {quota.Number("fullSeniorUsed")}/{quota.Number("fullSeniorTotal")}"
            + $" {quota.Number("reserved")}+{quota.Number("consumed")}";
    }

    /// <summary>Where the nominations stand, by nominee and level, without those that were given back or never signed.</summary>
    public async Task<IReadOnlyList<string>> Standing() =>
    [
        .. (await (await server.As(chairperson)).Get("/nominations")).Done().Items("items")
            .Where(n => n.Text("status") is "Signed" or "Consumed")
            .Select(n => $"{n.Text("nomineeName")} {n.Text("status")}").Order(StringComparer.Ordinal),
    ];

    /// <summary>What the audit log holds of signatures: outcome and broken rules, the oldest first.</summary>
    public static async Task<IReadOnlyList<string>> AuditedSignatures(Server server) => await server.Read(db => db.Audit
        .Where(a => a.Action == "Nominations.SignNomination").OrderBy(a => a.Sequence)
        .Select(a => a.Outcome + " " + a.Rules).ToListAsync());
}
