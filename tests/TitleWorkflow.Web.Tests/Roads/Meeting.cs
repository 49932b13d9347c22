using System.Text.Json.Nodes;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>One meeting of the demonstration's committee of thirteen, run over HTTP.</summary>
internal sealed partial class Meeting
{
    private readonly Server server;
    private readonly string path;
    private readonly string office;
    private readonly Dictionary<Road, string> cases = [];
    private readonly HashSet<(Road Case, string Member)> recused = [];
    private readonly List<string> present = [];
    private string? directorCode;
    private string? supervisorCode;

    private Meeting(Server server, string id, string office)
    {
        this.server = server;
        this.office = office;
        path = $"/meetings/{id}";
        Id = id;
    }

    /// <summary>The thirteen, in the order in which they come in: director, deputy, eleven members.</summary>
    public static IReadOnlyList<string> Members { get; } =
        ["director", "deputy", .. Enumerable.Range(1, 11).Select(i => $"expert{i}")];

    public string Id { get; }

    /// <summary>Calls a meeting with these cases on its agenda.</summary>
    public static Task<Meeting> Call(Server server, params IReadOnlyList<Road> agenda) =>
        Call(server, DemoOrganisations.Id("committee").Value, "office", agenda);

    /// <summary>Calls a meeting of another committee, by whoever does its daily work.</summary>
    public static async Task<Meeting> Call(Server server, Guid committee, string office, params IReadOnlyList<Road> agenda)
    {
        var caller = await server.As(office);
        var called = await caller.Post("/meetings", new { committee, heldOn = server.Today, place = "市人社局 301" });
        var meeting = new Meeting(server, called.Done().Text("meeting"), office);
        if (agenda.Count > 0)
        {
            (await caller.Post($"{meeting.path}/cases", new { declarations = agenda.Select(r => r.Declaration) })).Done();
        }

        await meeting.Know([.. agenda]);
        return meeting;
    }

    /// <summary>Calls a meeting, lets the first so many members sign in, opens it and has both codes drawn.</summary>
    public static Task<Meeting> Opened(Server server, int present, params IReadOnlyList<Road> agenda) =>
        Called(server, [.. Members.Take(present)], agenda);

    /// <summary>The same with these members in the room, director or deputy among them.</summary>
    public static async Task<Meeting> Called(Server server, IReadOnlyList<string> present, IReadOnlyList<Road> agenda)
    {
        var meeting = await Call(server, agenda);
        await meeting.SignIn(present);
        (await meeting.Open()).Done();
        await meeting.DrawCodes();
        return meeting;
    }

    public async Task SignIn(IEnumerable<string> members)
    {
        var coming = members.ToList();
        (await Mark(coming, present: true)).Done();
        present.AddRange(coming);
    }

    public async Task Leaves(string member)
    {
        (await Mark([member], present: false)).Done();
        present.Remove(member);
    }

    public Task<Answer> Open() => Post(office, "/open");

    public async Task DrawCodes()
    {
        var presiding = present.Contains("director") ? "director" : present.Contains("deputy") ? "deputy" : present[0];
        directorCode = (await Post(presiding, "/codes/director")).Done().Text("code");
        supervisorCode = (await Post("supervisor", "/codes/supervisor")).Done().Text("code");
    }

    public async Task<Answer> Recuse(Road road, string member, string reason = "与申报人同一课题组")
    {
        var answer = await Post(member, $"/cases/{cases[road]}/recuse", new { reason });
        recused.Add((road, member));
        return answer;
    }

    /// <summary>Somebody is known to have left the case before it came to this meeting.</summary>
    public void HasLeft(Road road, string member) => recused.Add((road, member));

    public Task<Answer> Defer(Road road) => Post(office, $"/cases/{cases[road]}/defer");

    public Task<Answer> OpenVoting(Road road) => Post(office, $"/cases/{cases[road]}/open-voting");

    public Task<Answer> Cast(Road road, string member, string choice = "Yes", string? key = null) =>
        Post(member, $"/cases/{cases[road]}/cast", new { choice }, key);

    public Task<Answer> VoidVoting(Road road, string reason = "口令遗失") =>
        Post(office, $"/cases/{cases[road]}/void", new { reason });

    public Task<Answer> DrawDirectorCode(string member, string? key = null) => Post(member, "/codes/director", key: key);

    public Task<Answer> ForgetCodes(string userName) => Post(userName, "/codes/forget", new { reason = "口令遗失" });

    public async Task<Answer> Add(Road road)
    {
        var answer = await Post(office, "/cases", new { declarations = new[] { road.Declaration } });
        await Know(road);
        return answer;
    }

    public async Task<IReadOnlyList<JsonNode>> Recount() =>
        (await (await server.As("supervisor")).Get($"{path}/retally")).Done().Items("items");

    public Task<Answer> CloseVoting(Road road) =>
        Post(office, $"/cases/{cases[road]}/close-voting", new { directorCode, supervisorCode });

    /// <summary>Holds the ballot on a case from beginning to end.</summary>
    /// <returns>The case as the office sees it then.</returns>
    public async Task<JsonNode> Vote(Road road, int yes, int no, int abstain)
    {
        (await OpenVoting(road)).Done();
        await CastAll(road, yes, no, abstain);
        (await CloseVoting(road)).Done();
        return await Case(road);
    }

    /// <summary>Lets those who may vote do so, one after the other.</summary>
    public async Task CastAll(Road road, int yes, int no, int abstain)
    {
        var choices = Enumerable.Repeat("Yes", yes).Concat(Enumerable.Repeat("No", no)).Concat(Enumerable.Repeat("Abstain", abstain));
        foreach (var (member, choice) in Voters(road).Zip(choices))
        {
            (await Cast(road, member, choice)).Done();
        }
    }

    public async Task<JsonNode> Receipts(Road road, string member) => (await AskReceipts(road, member)).Done();

    public async Task<Answer> AskReceipts(Road road, string member) =>
        await (await server.As(member)).Get($"{path}/cases/{cases[road]}/receipts");

    public Task<Answer> Close() => Post(office, "/close");

    public Task<Answer> Sign(string member, string password = Server.Password) => Post(member, "/sign", new { password });

    public async Task<JsonNode> SeenBy(string userName) => (await (await server.As(userName)).Get(path)).Done();

    public async Task<JsonNode> Case(Road road) =>
        (await SeenBy(office)).Items("cases").Single(c => c.Text("id") == cases[road]);

    /// <summary>What the screen in the room shows.</summary>
    public async Task<JsonNode> Room() => (await (await server.As(office)).Get($"{path}/room")).Done();

    /// <summary>The minutes of the signed meeting.</summary>
    public async Task<JsonNode> Minutes(string userName) => (await (await server.As(userName)).Get($"{path}/minutes")).Done();

    private async Task Know(params Road[] roads)
    {
        foreach (var item in (await SeenBy(office)).Items("cases"))
        {
            if (roads.FirstOrDefault(r => r.Declaration == item.Part("facts").Text("declaration")) is { } road)
            {
                cases[road] = item.Text("id");
            }
        }
    }

    private IEnumerable<string> Voters(Road road) => present.Where(m => !recused.Contains((road, m)));

    private Task<Answer> Mark(IEnumerable<string> members, bool present) =>
        Post(office, "/presence", new { members = members.Select(m => DemoPeople.Id(m).Value), present });

    private async Task<Answer> Post(string userName, string act, object? body = null, string? key = null) =>
        await (await server.As(userName)).Post(path + act, body, key);
}
