using System.Text.RegularExpressions;

namespace TitleWorkflow.Web.Tests.Hosting;

/// <summary>Somebody at the program's pages: session and form token of a browser, every answer as it comes.</summary>
/// <param name="http">Sends; follows no redirect and keeps no cookie.</param>
internal sealed partial class PageVisitor(HttpClient http)
{
    private const string TokenField = "__RequestVerificationToken";

    private readonly Dictionary<string, string> cookies = [];
    private string token = "";

    /// <summary>What kind of answer is asked for; a refusal of anything but HTML is not drawn as a page.</summary>
    public string Accept { get; set; } = "text/html";

    /// <summary>Signs in with the form of the sign-in page.</summary>
    public static async Task<PageVisitor> SignedIn(HttpClient http, string userName, string password)
    {
        var visitor = await Stranger(http);
        using var entered = await visitor.Post(
            "/sign-in", new Dictionary<string, string> { ["Input.UserName"] = userName, ["Input.Password"] = password });
        visitor.Keep(entered);
        Assert.True(entered.Headers.Location is not null, $"{userName} cannot sign in: {(int)entered.StatusCode}");
        await visitor.TakeToken("/account");
        return visitor;
    }

    /// <summary>Somebody who has only opened the sign-in page.</summary>
    public static async Task<PageVisitor> Stranger(HttpClient http)
    {
        var visitor = new PageVisitor(http);
        await visitor.TakeToken("/sign-in");
        return visitor;
    }

    public Task<HttpResponseMessage> Get(string address) => Send(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Sends a form as the page would, with its token and a key of its own.</summary>
    public Task<HttpResponseMessage> Post(string address, IReadOnlyDictionary<string, string> fields, byte[]? file = null)
    {
        var all = Signed(fields);
        if (file is null)
        {
            return Send(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(all) });
        }

        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "证明.pdf" } };
        foreach (var (name, value) in all)
        {
            form.Add(new StringContent(value), name);
        }

        return Send(new HttpRequestMessage(HttpMethod.Post, address) { Content = form });
    }

    /// <summary>Sends an empty form by a method of one's own choice.</summary>
    public Task<HttpResponseMessage> Act(string method, string address) => Send(
        new HttpRequestMessage(new HttpMethod(method), address)
        {
            Content = new FormUrlEncodedContent(Signed(new Dictionary<string, string>())),
        });

    private IEnumerable<KeyValuePair<string, string>> Signed(IReadOnlyDictionary<string, string> fields) =>
        fields.Append(new(TokenField, token)).Append(new("_key", Guid.NewGuid().ToString()));

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        request.Headers.Add("Accept", Accept);
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        return await http.SendAsync(request);
    }

    private async Task TakeToken(string page)
    {
        using var answer = await Get(page);
        Keep(answer);
        token = Token().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    private void Keep(HttpResponseMessage answer)
    {
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }
    }

    [GeneratedRegex($"name=\"{TokenField}\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
