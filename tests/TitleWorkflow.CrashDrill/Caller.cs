using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TitleWorkflow.CrashDrill;

/// <summary>Sends commands for any account until each is acknowledged, and keeps the ledger.</summary>
public sealed class Caller(IReadOnlyList<Uri> servers, Ledger ledger) : IDisposable
{
    private const string Password = "Qingtan-2026";

    private static readonly byte[] Pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();

    private readonly HttpClient[] nodes =
        [.. servers.Select(server => new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromSeconds(60) })];

    private readonly ConcurrentDictionary<string, string> tokens = new();
    private readonly SemaphoreSlim pause = new(0);
    private int repeated;
    private int asked;

    /// <summary>Commands sent again because their answer was lost.</summary>
    public int Repeated => repeated;

    /// <summary>Reads; asks again until the server answers.</summary>
    public async Task<JsonNode> GetAsync(string who, string path, CancellationToken ct)
    {
        var (status, text) = await InsistAsync(who, () => new HttpRequestMessage(HttpMethod.Get, path), ct);
        return status == HttpStatusCode.OK
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException($"GET {path} as {who}: {(int)status} {text}");
    }

    /// <summary>Writes; sends the same key again until the answer arrives.</summary>
    /// <param name="who">Account.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Address.</param>
    /// <param name="body">JSON object, or the fact a file is to be attached to; null for none.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="secret">True if neither body nor answer may stand in the ledger: ballots and codes.</param>
    /// <param name="key">Key of the command; null for a fresh one.</param>
    public async Task<(HttpStatusCode Status, string Text)> WriteAsync(
        string who, HttpMethod method, string path, string? body, CancellationToken ct, bool secret = false, string? key = null)
    {
        var line = new LedgerLine(key ?? Guid.NewGuid().ToString("N"), who, method.Method, path, secret ? null : body, null);
        ledger.Write(line);
        var answer = await SendAsync(line, body, ct);
        if (!secret && answer.Status < HttpStatusCode.BadRequest)
        {
            ledger.Write(line with { Answer = answer.Text });
        }

        return answer;
    }

    /// <summary>Sends a command of the ledger once more with its key.</summary>
    public Task<(HttpStatusCode Status, string Text)> AgainAsync(LedgerLine line, CancellationToken ct) =>
        SendAsync(line, line.Body, ct);

    /// <inheritdoc />
    public void Dispose()
    {
        Array.ForEach(nodes, node => node.Dispose());
        pause.Dispose();
    }

    private Task<(HttpStatusCode Status, string Text)> SendAsync(LedgerLine line, string? body, CancellationToken ct) =>
        InsistAsync(
            line.Who,
            () =>
            {
                var request = new HttpRequestMessage(new HttpMethod(line.Method), line.Path);
                request.Headers.Add("Idempotency-Key", line.Key);
                request.Content = Content(body);
                return request;
            },
            ct);

    private static HttpContent? Content(string? body) => body switch
    {
        null => null,
        ['{', ..] => new StringContent(body, Encoding.UTF8, "application/json"),
        _ => new MultipartFormDataContent { { new StringContent(body), "fact" }, { new ByteArrayContent(Pdf), "file", "证明.pdf" } },
    };

    private async Task<(HttpStatusCode Status, string Text)> InsistAsync(
        string who, Func<HttpRequestMessage> create, CancellationToken ct)
    {
        // Any node answers any request; one that is down is left for the next, as a proxy would.
        var first = Interlocked.Increment(ref asked) & int.MaxValue;
        var last = "no connection";
        for (var attempt = 0; ; attempt++)
        {
            var http = nodes[(first + attempt) % nodes.Length];
            try
            {
                using var request = create();
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(http, who, ct));
                using var answer = await http.SendAsync(request, ct);
                var text = await answer.Content.ReadAsStringAsync(ct);
                if ((int)answer.StatusCode < 500)
                {
                    return (answer.StatusCode, text);
                }

                last = $"{(int)answer.StatusCode} {text}";
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException or TaskCanceledException && !ct.IsCancellationRequested)
            {
                Interlocked.Increment(ref repeated);
                last = lost.Message;
            }

            // The server is down; it is asked again in a moment until it is back.
            await pause.WaitAsync(TimeSpan.FromMilliseconds(100), ct);
            if (attempt > 3000)
            {
                throw new TimeoutException($"No answer for {who} in five minutes; the last was: {last}");
            }
        }
    }

    private async Task<string> TokenAsync(HttpClient http, string who, CancellationToken ct)
    {
        if (tokens.TryGetValue(who, out var token))
        {
            return token;
        }

        var body = new JsonObject { ["userName"] = who, ["password"] = Password };
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/api/v1/identity/login", UriKind.Relative), content, ct);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
        return tokens[who] = json.RootElement.GetProperty("accessToken").GetString()!;
    }
}
