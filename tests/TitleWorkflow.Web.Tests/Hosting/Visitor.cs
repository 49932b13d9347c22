using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace TitleWorkflow.Web.Tests.Hosting;

/// <summary>Somebody at the program's API: a person signed in, or a stranger.</summary>
/// <param name="http">Sends.</param>
/// <param name="errors">What the program logged, told with an answer nobody foresaw.</param>
internal sealed class Visitor(HttpClient http, IReadOnlyCollection<string> errors)
{
    private const string Api = "/api/v1";

    public HttpClient Http => http;

    public async Task SignInAsync(string userName, string password)
    {
        var tokens = (await Post("/identity/login", new { userName, password })).Done();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Text("accessToken"));
    }

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    /// <summary>Every item of a list, page by page.</summary>
    public async Task<IReadOnlyList<JsonNode>> All(string path)
    {
        var all = new List<JsonNode>();
        var page = (await Get(path)).Done();
        all.AddRange(page.Items("items"));
        while (page.TextOrNull("next") is { } next)
        {
            page = (await Get($"{path}&after={next}")).Done();
            all.AddRange(page.Items("items"));
        }

        return all;
    }

    /// <summary>Posts under a fresh idempotency key, or under the one given.</summary>
    public Task<Answer> Post(string path, object? body = null, string? key = null) =>
        Send(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body), key);

    public Task<Answer> Put(string path, object body) => Send(HttpMethod.Put, path, JsonContent.Create(body));

    public Task<Answer> Delete(string path) => Send(HttpMethod.Delete, path);

    /// <summary>Uploads a file as one form, with the fields beside it.</summary>
    public Task<Answer> Upload(string path, string fileName, byte[] content, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(content), "file", fileName);
        return Send(HttpMethod.Post, path, form);
    }

    private async Task<Answer> Send(HttpMethod method, string path, HttpContent? content = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, Api + path) { Content = content };
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        }

        return await Send(request);
    }

    /// <summary>Sends a request as it is.</summary>
    public async Task<Answer> Send(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var story = response.StatusCode == HttpStatusCode.InternalServerError ? string.Join('\n', errors) : text;
        var kind = response.Content.Headers.ContentType?.MediaType;
        var body = text.Length > 0 && kind?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text) : null;
        return new Answer($"{request.Method} {request.RequestUri}", response.StatusCode, kind, body, response.Headers.Location?.OriginalString, story);
    }
}
