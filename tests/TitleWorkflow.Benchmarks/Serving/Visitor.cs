using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace TitleWorkflow.Benchmarks.Serving;

/// <summary>A browser's way to the product: one session, as many connections as are asked for.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    /// <summary>The client with the session's cookies.</summary>
    public HttpClient Http => http;

    /// <summary>Signs in by password, as the sign-in page does.</summary>
    public async Task SignInAsync(Uri address, string userName)
    {
        var token = await TokenAsync(new Uri(address, "/sign-in"));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["Input.UserName"] = userName,
            ["Input.Password"] = "Qingtan-2026",
        });
        using var answer = await http.PostAsync(new Uri(address, "/sign-in"), form);
        Expect(HttpStatusCode.Redirect, answer);
    }

    /// <summary>The antiforgery token of a page.</summary>
    public async Task<string> TokenAsync(Uri page) =>
        Token().Match(await http.GetStringAsync(page)) is { Success: true } found
            ? found.Groups[1].Value
            : throw new InvalidOperationException($"No form at {page}.");

    /// <summary>Completes a task by its page's form.</summary>
    public async Task CompleteAsync(Uri task, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, task);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["Input.Outcome"] = "Pass",
        });
        using var answer = await http.SendAsync(request);
        Expect(HttpStatusCode.Redirect, answer);
    }

    /// <summary>
    /// Reads an address a number of times over so many connections; gives the milliseconds of each answer.
    /// </summary>
    public async Task<IReadOnlyList<double>> ReadAsync(Uri address, int times, int connections)
    {
        var left = times;
        var taken = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var own = new List<double>();
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var start = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(address);
                Expect(HttpStatusCode.OK, answer);
                await answer.Content.ReadAsByteArrayAsync();
                own.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return own;
        })));
        return [.. taken.SelectMany(t => t)];
    }

    public void Dispose() => http.Dispose();

    private static void Expect(HttpStatusCode status, HttpResponseMessage answer)
    {
        if (answer.StatusCode != status)
        {
            throw new InvalidOperationException($"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {(int)answer.StatusCode}.");
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
