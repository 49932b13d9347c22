using System.Net;
using System.Text.Json.Nodes;

namespace TitleWorkflow.CrashDrill;

/// <summary>One meeting that votes on every declaration, nine of thirteen members present.</summary>
internal sealed class DrillMeeting(Caller caller, IReadOnlyList<string> declarations, IReadOnlyList<string> voters, string heldOn)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var committee = (await caller.GetAsync("office", "/api/v1/committees", ct))["items"]![0]!["committee"]!.GetValue<string>();
        var called = await DoAsync(
            "office", "/api/v1/meetings",
            new JsonObject { ["committee"] = committee, ["heldOn"] = heldOn, ["place"] = "市人社局三楼会议室" }, ct);
        var meeting = "/api/v1/meetings/" + JsonNode.Parse(called)!["meeting"]!.GetValue<string>();
        await DoAsync("office", $"{meeting}/cases", new JsonObject { ["declarations"] = Array(declarations) }, ct);
        var seats = (await caller.GetAsync("office", meeting, ct))["seats"]!.AsArray();
        var present = seats.Select(s => s!["person"]!.GetValue<string>()).Take(voters.Count);
        await DoAsync("office", $"{meeting}/presence", new JsonObject { ["members"] = Array(present), ["present"] = true }, ct);
        await DoAsync("office", $"{meeting}/open", null, ct);
        var (director, supervisor) = await DrawCodesAsync(meeting, ct);
        var cases = (await caller.GetAsync("office", meeting, ct))["cases"]!.AsArray();
        foreach (var item in cases.Select(c => $"{meeting}/cases/{c!["id"]!.GetValue<string>()}"))
        {
            await DoAsync("office", $"{item}/open-voting", null, ct);
            await Task.WhenAll(voters.Select((voter, i) => CastAsync(voter, item, i < 7 ? "Yes" : "No", ct)));
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

    private async Task CastAsync(string voter, string item, string choice, CancellationToken ct) =>
        await DoAsync(voter, $"{item}/cast", new JsonObject { ["choice"] = choice }, ct, secret: true);

    private async Task<string> DoAsync(string who, string path, JsonNode? body, CancellationToken ct, bool secret = false)
    {
        var (status, text) = await caller.WriteAsync(who, HttpMethod.Post, path, body?.ToJsonString(), ct, secret);
        return status < HttpStatusCode.BadRequest
            ? text
            : throw new InvalidOperationException($"POST {path} as {who}: {(int)status} {text}");
    }
}
