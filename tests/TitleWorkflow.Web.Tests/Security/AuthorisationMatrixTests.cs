using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.WebUtilities;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Security;

/// <summary>Everybody asks for everything; the answers are those of <c>authorisation-matrix.txt</c>.</summary>
public abstract class AuthorisationMatrixTests(MatrixServer server)
{
    private protected async Task Compare(string ask, bool askedOfTheDatabase = false)
    {
        var row = MatrixRow.All.Single(r => r.Ask == ask);
        var asking = Everybody(row).Where(one => !askedOfTheDatabase || one.Expected is not ("403" or "401" or "in"));
        var unlike = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(asking, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, ct) =>
        {
            var answer = await Answer(row, one.UserName);
            if (answer != one.Expected)
            {
                unlike.Add($"{one.Who}: {answer}, not {one.Expected}");
            }
        });

        Assert.Equal([], unlike.Order());
    }

    private static IEnumerable<(string Who, string? UserName, string Expected)> Everybody(MatrixRow row) =>
        Enum.GetValues<Role>()
            .SelectMany(role => new (string, string?, string)[]
            {
                ($"{role}", MatrixServer.Holder(role), $"{row.Answers[role]}"),
                ($"{role} elsewhere", Neighbours.UserName(role), $"{row.ElsewhereFor(role)}"),
            })
            .Prepend(("nobody", null, row.Nobody));

    private async Task<string> Answer(MatrixRow row, string? userName)
    {
        var address = Fill(row.Address);
        using var answer = address.StartsWith("/api/", StringComparison.Ordinal) || address.StartsWith("/elsa/", StringComparison.Ordinal)
            ? await AskAsProgram(row, address, userName)
            : await AskAsBrowser(row, address, userName);
        var status = $"{(int)answer.StatusCode}";
        var way = answer.Headers.Location?.OriginalString ?? "";
        return userName is null && status == "302" && new Uri(new Uri("http://localhost"), way).AbsolutePath == "/sign-in" ? "in" : status;
    }

    private async Task<HttpResponseMessage> AskAsBrowser(MatrixRow row, string address, string? userName)
    {
        var browser = userName is null ? await server.StrangerAtPages() : await server.AtPages(userName);
        return row.Method == "POST"
            ? await browser.Post(address, Fields(row), row.Kind == "file" ? Papers.Pdf : null)
            : await browser.Get(address);
    }

    private async Task<HttpResponseMessage> AskAsProgram(MatrixRow row, string address, string? userName)
    {
        var visitor = userName is null ? server.Anybody : await server.As(userName);
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), address) { Content = Content(row) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await visitor.Http.SendAsync(request);
    }

    private HttpContent? Content(MatrixRow row)
    {
        if (row.Kind == "file")
        {
            var form = new MultipartFormDataContent { { new ByteArrayContent(Papers.Pdf), "file", "证明.pdf" } };
            foreach (var (name, value) in Fields(row))
            {
                form.Add(new StringContent(value), name);
            }

            return form;
        }

        return row.Kind is null ? null : new StringContent(Fill(row.Body), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
    }

    private Dictionary<string, string> Fields(MatrixRow row) =>
        QueryHelpers.ParseQuery(Fill(row.Body)).ToDictionary(f => f.Key, f => f.Value.ToString());

    private string Fill(string text) => server.Items.Aggregate(
        text, (filled, item) => filled.Replace($"{{{item.Key}}}", item.Value, StringComparison.Ordinal));
}

public sealed class AuthorisationMatrixOnSqliteTests(MatrixServer server)
    : AuthorisationMatrixTests(server), IClassFixture<MatrixServer>
{
    private readonly MatrixServer server = server;

    public static TheoryData<string> Asks => [.. MatrixRow.All.Select(row => row.Ask)];

    [Theory, MemberData(nameof(Asks))]
    public Task Everybody_is_answered_as_the_matrix_says(string ask) => Compare(ask);

    [Fact]
    public async Task Every_endpoint_has_a_row_and_every_row_an_endpoint()
    {
        var acts = await ProgramEndpoints.Acts(server.Services);
        var rows = MatrixRow.All.Select(row => row.Act).ToHashSet();

        Assert.NotEmpty(acts);
        Assert.Equal([], acts.Except(rows).Order(StringComparer.Ordinal).Select(act => $"{act} has no row"));
        Assert.Equal([], rows.Except(acts).Order(StringComparer.Ordinal).Select(act => $"{act} is not there"));
    }

    [Fact]
    public void Static_files_are_for_everybody() => Assert.All(
        ProgramEndpoints.StaticFiles(server.Services),
        file => Assert.NotNull(file.Metadata.GetMetadata<IAllowAnonymous>()));

    [Theory]
    [InlineData("POST", "/declarations", "town", 405)]
    [InlineData("PUT", "/declarations", "town", 405)]
    [InlineData("DELETE", "/filing", "city", 405)]
    [InlineData("POST", "/meetings/{open-meeting}/room", "office", 405)]
    [InlineData("POST", "/meetings/{open-meeting}/room", "expert1", 403)]
    [InlineData("POST", "/declarations", null, 302)]
    public async Task An_act_a_page_does_not_have_is_refused(string method, string address, string? userName, int expected)
    {
        var browser = userName is null ? await server.StrangerAtPages() : await server.AtPages(userName);
        var filled = address.Replace("{open-meeting}", server.Items["open-meeting"], StringComparison.Ordinal);

        using var answer = await browser.Act(method, filled);

        Assert.Equal(expected, (int)answer.StatusCode);
    }
}

public sealed class AuthorisationMatrixOnPostgresTests(PostgresMatrixServer server)
    : AuthorisationMatrixTests(server), IClassFixture<PostgresMatrixServer>
{
    /// <summary>Rows about items; for the others, and for what a policy refuses, no database is asked whose they are.</summary>
    public static TheoryData<string> Asks => [.. MatrixRow.All.Where(row => row.Elsewhere is not null).Select(row => row.Ask)];

    [SkippableTheory, MemberData(nameof(Asks))]
    public Task Everybody_is_answered_as_the_matrix_says(string ask)
    {
        TestDatabase.RequirePostgres();
        return Compare(ask, askedOfTheDatabase: true);
    }
}
