using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace TitleWorkflow.CrashDrill;

/// <summary>The standard road from the form to the certificate, for many declarations at once.</summary>
internal sealed class DrillRoad(DrillOptions options, Caller caller, Func<Task> strike)
{
    private static readonly string[] Group = ["expert1", "expert2", "expert3"];

    private readonly ConcurrentBag<string> declarations = [];

    public async Task RunAsync(CancellationToken ct)
    {
        await EachAsync(i => SubmitAsync(Applicant(i), ct), ct);
        await WorkThroughAsync("hr", "employerCheck", "Pass", ct);
        var today = await AdvanceAsync(6, ct);
        await WorkThroughAsync("hr", "recommend", "Recommend", ct);
        await WorkThroughAsync("town", "town", "Pass", ct);
        await WorkThroughAsync("district", "district", "Pass", ct);
        await WorkThroughAsync("city", "city", "Pass", ct);
        await WorkThroughAsync("organiser", "eligibility", "Accept", ct);
        await WorkThroughAsync("office", "assignGroup", "Assign", ct);
        foreach (var expert in Group)
        {
            await WorkThroughAsync(expert, "groupReview", "Submit", ct);
        }

        await new DrillMeeting(caller, [.. declarations], today, strike).RunAsync(ct);
        await WorkThroughAsync("organiser", "postResult", "Post", ct);
        await AdvanceAsync(6, ct);
        await WorkThroughAsync("city", "confirm", "Confirm", ct);
    }

    private static string Applicant(int number) => "applicant-" + number.ToString("D4", CultureInfo.InvariantCulture);

    private Task EachAsync(Func<int, Task> act, CancellationToken ct) => Parallel.ForEachAsync(
        Enumerable.Range(1, options.Declarations),
        new ParallelOptions { MaxDegreeOfParallelism = options.Clients, CancellationToken = ct },
        async (i, _) => await act(i));

    private async Task SubmitAsync(string who, CancellationToken ct)
    {
        var plan = (await caller.GetAsync(who, "/api/v1/plans", ct)).AsArray()[0]!["plan"]!.GetValue<string>();
        var id = await StartAsync(who, plan, ct);
        declarations.Add(id);
        var form = await caller.GetAsync(who, $"/api/v1/declarations/{id}/form", ct);
        foreach (var section in form["sections"]!.AsArray())
        {
            await FillAsync(who, id, section!, ct);
        }

        var name = "申报人" + who[^4..];
        await DoAsync(who, HttpMethod.Post, $"/api/v1/declarations/{id}/submit", new JsonObject { ["signedName"] = name }.ToJsonString(), ct);
    }

    private async Task FillAsync(string who, string id, JsonNode section, CancellationToken ct)
    {
        var key = section["key"]!.GetValue<string>();
        var fields = section["fields"]!.AsArray().Select(f => f!["definition"]!).Where(f => f["required"]!.GetValue<bool>()).ToList();
        var values = new JsonObject(fields.Select(f =>
            KeyValuePair.Create(f["key"]!.GetValue<string>(), (JsonNode?)JsonValue.Create(Value(f)))));
        await DoAsync(
            who, HttpMethod.Put, $"/api/v1/declarations/{id}/sections/{key}", new JsonObject { ["values"] = values }.ToJsonString(), ct);
        foreach (var field in fields.Where(f => f["evidence"]!.GetValue<bool>()))
        {
            await DoAsync(
                who, HttpMethod.Post, $"/api/v1/declarations/{id}/evidence", $"{key}/{field["key"]!.GetValue<string>()}", ct);
        }
    }

    private async Task<string> StartAsync(string who, string plan, CancellationToken ct)
    {
        var text = await DoAsync(who, HttpMethod.Post, "/api/v1/declarations", new JsonObject { ["plan"] = plan }.ToJsonString(), ct);
        return JsonNode.Parse(text)!["declaration"]!.GetValue<string>();
    }

    private static string Value(JsonNode field) => field["kind"]!.GetValue<string>() switch
    {
        "Date" => "2015-07-01",
        "Number" => "8",
        "Choice" => field["options"]!.AsArray()[0]!["value"]!.GetValue<string>(),
        _ => field["key"]!.GetValue<string>() == "phone" ? "13900000000" : "实绩",
    };

    private async Task WorkThroughAsync(string who, string step, string outcome, CancellationToken ct)
    {
        var done = new HashSet<string>();
        while (await NextAsync(who, step, done, ct) is { Count: > 0 } items)
        {
            await Parallel.ForEachAsync(
                items,
                new ParallelOptions { MaxDegreeOfParallelism = options.Clients, CancellationToken = ct },
                async (item, _) => await CompleteAsync(who, step, item, outcome, ct));
            done.UnionWith(items);
        }
    }

    private async Task<List<string>> NextAsync(string who, string step, HashSet<string> done, CancellationToken ct)
    {
        var view = step == "groupReview" ? "Mine" : "Available";
        var page = await caller.GetAsync(who, $"/api/v1/work-items?view={view}", ct);
        return [.. page["items"]!.AsArray().Select(i => i!["workItem"]!.GetValue<string>()).Where(i => !done.Contains(i))];
    }

    private async Task CompleteAsync(string who, string step, string item, string outcome, CancellationToken ct)
    {
        var body = new JsonObject { ["outcome"] = outcome, ["comment"] = "同意" };
        var needs = (await caller.GetAsync(who, $"/api/v1/work-items/{item}", ct))["needs"];
        if (step == "assignGroup")
        {
            var experts = needs!["experts"]!.AsArray().OrderBy(e => e!.ToJsonString(), StringComparer.Ordinal)
                .Where(e => e!["name"]!.GetValue<string>() is "秦亦舟" or "林见微" or "宋怀谷");
            body["experts"] = new JsonArray([.. experts.Select(e => JsonValue.Create(e!["person"]!.GetValue<string>()))]);
        }

        if (step == "groupReview")
        {
            body["scores"] = new JsonObject([.. needs!["standard"]!["items"]!.AsArray()
                .Select(i => KeyValuePair.Create(i!["key"]!.GetValue<string>(), (JsonNode?)JsonValue.Create(8)))]);
        }

        if (step == "confirm")
        {
            body["documentNumber"] = "青人社职〔2026〕31 号";
        }

        await DoAsync(who, HttpMethod.Post, $"/api/v1/work-items/{item}/complete", body.ToJsonString(), ct);
    }

    private async Task<string> AdvanceAsync(int workingDays, CancellationToken ct)
    {
        var body = new JsonObject { ["workingDays"] = workingDays }.ToJsonString();
        var moved = JsonNode.Parse(await DoAsync("admin", HttpMethod.Post, "/api/v1/demo/clock", body, ct));

        // 9:00 in China is 1:00 in UTC: the same date.
        return moved!["now"]!.GetValue<string>()[..10];
    }

    private async Task<string> DoAsync(string who, HttpMethod method, string path, string body, CancellationToken ct)
    {
        var (status, text) = await caller.WriteAsync(who, method, path, body, ct);
        return status < HttpStatusCode.BadRequest
            ? text
            : throw new InvalidOperationException($"{method} {path} as {who}: {(int)status} {text}");
    }
}
