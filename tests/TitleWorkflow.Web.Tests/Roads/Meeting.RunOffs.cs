using System.Text.Json.Nodes;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>Caps and run-offs.</summary>
internal sealed partial class Meeting
{
    public Task<Answer> SettleCaps() => Post(office, "/settle-caps");

    public async Task<IReadOnlyList<JsonNode>> RunOffs(string userName) =>
        (await (await server.As(userName)).Get($"{path}/run-offs")).Done().Items("items");

    public Task<Answer> OpenRunOff(string runOff) => Post(office, $"/run-offs/{runOff}/open");

    /// <summary>A member names somebody, or nobody.</summary>
    public Task<Answer> Names(string runOff, string member, Road? choice) =>
        Post(member, $"/run-offs/{runOff}/cast", new { choice = choice is null ? null : cases[choice] });

    public Task<Answer> CloseRunOff(string runOff) =>
        Post(office, $"/run-offs/{runOff}/close", new { directorCode, supervisorCode });

    /// <summary>Holds the ballot on a case in which only those who agree cast one, all at once.</summary>
    public async Task Agree(Road road, int yes)
    {
        (await OpenVoting(road)).Done();
        var answers = await Task.WhenAll(Voters(road).Take(yes).Select(member => Cast(road, member)));
        Assert.All(answers, answer => answer.Done());
        (await CloseVoting(road)).Done();
    }

    public async Task<IReadOnlyList<JsonNode>> Shown() => (await SeenBy(office)).Items("cases").Where(c => c["tally"] is not null).ToList();

    /// <summary>How many cases came to each result.</summary>
    public async Task<Dictionary<string, int>> Results() =>
        (await SeenBy(office)).Items("cases").CountBy(c => c["result"]?.ToString() ?? "").ToDictionary();

    /// <summary>How many of these cases came to each result.</summary>
    public async Task<Dictionary<string, int>> Results(IReadOnlyList<Road> roads)
    {
        var ids = roads.Select(r => cases[r]).ToHashSet();
        return (await SeenBy(office)).Items("cases").Where(c => ids.Contains(c.Text("id")))
            .CountBy(c => c["result"]?.ToString() ?? "").ToDictionary();
    }

    public async Task<Answer> AskCaps(string userName) => await (await server.As(userName)).Get($"{path}/caps");

    public async Task<JsonNode> Caps(string userName) => (await AskCaps(userName)).Done();

    public async Task<Answer> AskRunOffReceipts(string runOff, string userName) =>
        await (await server.As(userName)).Get($"{path}/run-offs/{runOff}/receipts");

    public async Task<IReadOnlyList<JsonNode>> RecountRunOffs() =>
        (await (await server.As("supervisor")).Get($"{path}/run-offs/retally")).Done().Items("items");

    /// <summary>What a voter's device shows.</summary>
    public async Task<JsonNode> Ballot(string member) => (await (await server.As(member)).Get("/ballots/current")).Done();

    /// <summary>Both codes, as their holders wrote them down.</summary>
    public (string Director, string Supervisor) Codes => (directorCode!, supervisorCode!);
}
