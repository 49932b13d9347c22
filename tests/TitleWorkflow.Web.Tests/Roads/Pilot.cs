using System.Text.Json.Nodes;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>Jinshi on its way to a pilot and as one, over HTTP.</summary>
internal sealed class Pilot(Server server)
{
    private static readonly Guid Unit = DemoOrganisations.Id("jinshi").Value;

    private string Application { get; set; } = "";

    /// <summary>The committee; empty before it is authorised.</summary>
    public Guid Committee { get; private set; }

    /// <summary>The seven who may be appointed, the director first.</summary>
    public static IReadOnlyList<string> Members { get; } = [.. Enumerable.Range(1, 7).Select(i => $"jinshi-expert{i}")];

    public static object Scope(int bachelorYears, bool outstanding = false, int size = 7) => new
    {
        series = "Engineering",
        specialty = "轴承制造",
        level = "Intermediate",
        committeeSize = size,
        staff = 320,
        internalRules = "计划报备、随机抽取、回避、无记名投票",
        secretary = DemoPeople.Id("jinshi-office").Value,
        standard = outstanding ? [Bachelor(bachelorYears), Outstanding] : new[] { Bachelor(bachelorYears) },
    };

    public Task<Answer> Drafts(object scope, string by = "jinshi-hr", string? unit = null) =>
        Post(by, "/pilots", new { unit = unit is null ? Unit : DemoOrganisations.Id(unit).Value, scope });

    public async Task Begins(object scope) => Application = (await Drafts(scope)).Done().Text("application");

    public async Task<Answer> Revises(object scope) => await (await server.As("jinshi-hr")).Put($"/pilots/{Application}", scope);

    public Task<Answer> Submits() => Act("jinshi-hr", "submit");

    public Task<Answer> Evaluated(string by, string from, string to, bool approvesOutstanding = true) =>
        Act(by, "evaluate", new { documentNumber = "青人社职〔2022〕16 号", from, to, approvesOutstanding });

    public async Task<Answer> Authorised(string by)
    {
        var answer = await Act(by, "authorise");
        Committee = answer.Body?["committee"] is { } committee ? Guid.Parse(committee.ToString()) : Committee;
        return answer;
    }

    public async Task Renews() => Application = (await Act("jinshi-hr", "renew")).Done().Text("application");

    public async Task<JsonNode> SeenBy(string userName) => (await (await server.As(userName)).Get($"/pilots/{Application}")).Done();

    /// <summary>Seats the first so many of the pool.</summary>
    public Task<Answer> Appoints(int size) => Post("jinshi-office", $"/committees/{Committee}/appoint", new
    {
        seats = Members.Take(size).Select((m, i) => new
        {
            person = DemoPeople.Id(m).Value,
            position = i == 0 ? "Director" : "Member",
        }),
    });

    public Task<Answer> Proposes(string opensOn, string closesOn, string meetingMonth) => Post("jinshi-office", "/plan-proposals", new
    {
        committee = Committee,
        year = 2025,
        level = "Intermediate",
        terms = new
        {
            title = "2025 年度锦石轴承工程师自主评审",
            englishTitle = "Own review of Jinshi Bearings 2025",
            opensOn,
            closesOn,
            meetingMonth,
            ruleSet = LoadRuleSets.Id("shandong", Channel.Standard).Value,
            passRateCap = (int?)null,
            fee = 0,
            contact = "0990-5550188",
        },
    });

    /// <summary>The plan of a proposal the city approves.</summary>
    public async Task<Guid> Approved(string proposal)
    {
        var city = await server.As("city");
        var revision = (await city.Get($"/plan-proposals/{proposal}")).Done().Number("revision");
        return Guid.Parse((await city.Post($"/plan-proposals/{proposal}/approve", new { revision })).Done().Text("plan"));
    }

    public Task<Answer> CallsMeeting(string heldOn) =>
        Post("jinshi-office", "/meetings", new { committee = Committee, heldOn, place = "锦石轴承 201" });

    private static object Bachelor(int years) => new { target = "Intermediate", degree = "Bachelor", after = "Assistant", years };

    private static object Outstanding => new { target = "Intermediate", years = 0, results = "主持市级以上技术改造并投产" };

    private Task<Answer> Act(string userName, string act, object? body = null) => Post(userName, $"/pilots/{Application}/{act}", body);

    private async Task<Answer> Post(string userName, string path, object? body) => await (await server.As(userName)).Post(path, body);
}
