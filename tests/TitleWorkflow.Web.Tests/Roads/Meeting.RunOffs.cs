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

    /// <summary>Holds the ballot on a case in which only those who agree cast one.</summary>
    public async Task Agree(Road road, int yes)
    {
        (await OpenVoting(road)).Done();
        await CastAll(road, yes, 0, 0);
        (await CloseVoting(road)).Done();
    }

    /// <summary>How many cases came to each result.</summary>
    public async Task<Dictionary<string, int>> Results() =>
        (await SeenBy(office)).Items("cases").CountBy(c => c["result"]?.ToString() ?? "").ToDictionary();
}
