using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace TitleWorkflow.CrashDrill;

/// <summary>
/// One meeting that votes on every declaration, all thirteen members at once. Everybody clicks twice and tries again with another
/// form, and in the middle of the first voting the server is killed.
/// </summary>
/// <param name="caller">Sends.</param>
/// <param name="declarations">What is voted on.</param>
/// <param name="heldOn">The day.</param>
/// <param name="strike">Kills the server and starts it again.</param>
internal sealed class DrillMeeting(Caller caller, IReadOnlyList<string> declarations, string heldOn, Func<Task> strike)
{
    private const int BeforeTheStrike = 4;
    private int cast;

    /// <summary>Everybody who votes.</summary>
    public static IReadOnlyList<string> Voters { get; } =
        ["director", "deputy", .. Enumerable.Range(1, 11).Select(i => $"expert{i.ToString(CultureInfo.InvariantCulture)}")];

    /// <summary>How many choose what.</summary>
    public static IReadOnlyDictionary<string, int> Choices { get; } = new Dictionary<string, int> { ["Yes"] = 9, ["No"] = 2, ["Abstain"] = 2 };

    public async Task RunAsync(CancellationToken ct)
    {
        var committee = (await caller.GetAsync("office", "/api/v1/committees", ct))["items"]![0]!["committee"]!.GetValue<string>();
        var called = await DoAsync(
            "office", "/api/v1/meetings",
            new JsonObject { ["committee"] = committee, ["heldOn"] = heldOn, ["place"] = "市人社局三楼会议室" }, ct);
        var meeting = "/api/v1/meetings/" + JsonNode.Parse(called)!["meeting"]!.GetValue<string>();
        await DoAsync("office", $"{meeting}/cases", new JsonObject { ["declarations"] = Array(declarations) }, ct);
        var seats = (await caller.GetAsync("office", meeting, ct))["seats"]!.AsArray();
        var present = seats.Select(s => s!["person"]!.GetValue<string>()).Take(Voters.Count);
        await DoAsync("office", $"{meeting}/presence", new JsonObject { ["members"] = Array(present), ["present"] = true }, ct);
        await DoAsync("office", $"{meeting}/open", null, ct);
        var (director, supervisor) = await DrawCodesAsync(meeting, ct);
        var cases = (await caller.GetAsync("office", meeting, ct))["cases"]!.AsArray();
        foreach (var item in cases.Select(c => $"{meeting}/cases/{c!["id"]!.GetValue<string>()}"))
        {
            await DoAsync("office", $"{item}/open-voting", null, ct);
            var choices = Choices.SelectMany(c => Enumerable.Repeat(c.Key, c.Value));
            await Task.WhenAll(Voters.Zip(choices, (voter, choice) => CastAsync(voter, item, choice, ct)));
            var codes = new JsonObject { ["directorCode"] = director, ["supervisorCode"] = supervisor };
            await DoAsync("director", $"{item}/close-voting", codes, ct, secret: true);
        }

        await DoAsync("office", $"{meeting}/close", null, ct);
        await DoAsync("director", $"{meeting}/sign", new JsonObject { ["password"] = "Qingtan-2026" }, ct, secret: true);
    }

    private static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(v => JsonValue.Create(v))]);

    // A code is shown once and kept nowhere: if its answer was lost with the server, both are forgotten and drawn again.
    private async Task<(string Director, string Supervisor)> DrawCodesAsync(string meeting, CancellationToken ct)
    {
        while (true)
        {
            var director = await caller.WriteAsync("director", HttpMethod.Post, $"{meeting}/codes/director", null, ct, secret: true);
            var supervisor = await caller.WriteAsync("supervisor", HttpMethod.Post, $"{meeting}/codes/supervisor", null, ct, secret: true);
            if (director.Status == HttpStatusCode.OK && supervisor.Status == HttpStatusCode.OK)
            {
                return (Code(director.Text), Code(supervisor.Text));
            }

            await DoAsync("office", $"{meeting}/codes/forget", new JsonObject { ["reason"] = "代码未收到" }, ct);
        }
    }

    private static string Code(string text) => JsonNode.Parse(text)!["code"]!.GetValue<string>();

    // Twice the same form and once another: one ballot, told as one.
    private async Task CastAsync(string voter, string item, string choice, CancellationToken ct)
    {
        var body = new JsonObject { ["choice"] = choice }.ToJsonString();
        var form = Guid.NewGuid().ToString("N");
        var answers = await Task.WhenAll(new[] { form, form, null }.Select(async key =>
        {
            var answer = await caller.WriteAsync(voter, HttpMethod.Post, $"{item}/cast", body, ct, secret: true, key);
            if (Interlocked.Increment(ref cast) == BeforeTheStrike)
            {
                await strike();
            }

            return answer;
        }));
        var receipts = answers.Where(a => a.Status == HttpStatusCode.OK).Select(a => a.Text).Distinct().ToList();
        if (answers[0].Status != answers[1].Status || receipts.Count != 1 || answers.Any(a => a.Status is not (HttpStatusCode.OK or HttpStatusCode.Conflict)))
        {
            throw new InvalidOperationException($"{voter} was answered {string.Join(", ", answers.Select(a => $"{(int)a.Status}"))}.");
        }
    }

    private async Task<string> DoAsync(string who, string path, JsonNode? body, CancellationToken ct, bool secret = false)
    {
        var (status, text) = await caller.WriteAsync(who, HttpMethod.Post, path, body?.ToJsonString(), ct, secret);
        return status < HttpStatusCode.BadRequest
            ? text
            : throw new InvalidOperationException($"POST {path} as {who}: {(int)status} {text}");
    }
}
