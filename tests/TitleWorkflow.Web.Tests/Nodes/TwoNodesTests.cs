using System.Net;
using System.Text.RegularExpressions;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Nodes;

public sealed class TwoNodesServer : Server
{
    protected override int Nodes => 2;

    protected override int MoreApplicants => 1;

    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

/// <summary>Two processes, each with a disk of its own, on one PostgreSQL; a proxy sends every request to either.</summary>
public sealed partial class TwoNodesTests(TwoNodesServer server) : IClassFixture<TwoNodesServer>
{
    [SkippableFact]
    public async Task A_session_and_a_form_of_one_node_are_good_at_the_other()
    {
        TestDatabase.RequirePostgres();
        var cookies = new CookieContainer();
        using var here = server.BrowserAt(0, cookies);
        using var there = server.BrowserAt(1, cookies);
        var form = await here.GetStringAsync("/sign-in?handler=Demo");

        using var signedIn = await there.PostAsync("/sign-in?handler=Demo", Form(form, ("userName", "hr")));
        var inbox = await here.GetAsync("/inbox");

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal(HttpStatusCode.OK, inbox.StatusCode);
    }

    [SkippableFact]
    public async Task A_token_of_one_node_is_good_at_the_other()
    {
        TestDatabase.RequirePostgres();
        var here = await server.As("applicant");
        var there = server.At(1);
        there.Http.DefaultRequestHeaders.Authorization = here.Http.DefaultRequestHeaders.Authorization;

        Assert.Equal(HttpStatusCode.OK, (await there.Get("/plans")).Status);
    }

    [SkippableFact]
    public async Task Evidence_sent_to_one_node_is_read_at_the_other()
    {
        TestDatabase.RequirePostgres();
        var road = await Road.Start(server, "applicant-0001");
        var large = Papers.PdfOf(1_500_000);
        var evidence = (await road.Attach("projects/projectName", content: large)).Done().Text("evidence");
        var there = server.At(1);
        await there.SignInAsync("applicant-0001", Server.Password);

        var read = await there.Http.GetByteArrayAsync($"/api/v1/evidence/{evidence}");

        Assert.Equal(large, read);
    }

    [SkippableFact]
    public async Task The_demonstrations_clock_moved_at_one_node_shows_on_the_next_page_of_the_other()
    {
        TestDatabase.RequirePostgres();
        var admin = await server.As("admin");
        var there = server.At(1);
        await there.SignInAsync("admin", Server.Password);

        var first = (await admin.Post("/demo/clock", new { workingDays = 1 })).Done().Text("now");
        var second = (await there.Post("/demo/clock", new { workingDays = 1 })).Done().Text("now");

        Assert.Equal("2026-03-03T01:00:00+00:00", first);
        Assert.Equal("2026-03-04T01:00:00+00:00", second);
    }

    private static FormUrlEncodedContent Form(string page, params (string Name, string Value)[] fields) => new(
        fields.Append(("__RequestVerificationToken", Token().Match(page).Groups[1].Value))
            .Select(f => KeyValuePair.Create(f.Item1, f.Item2)));

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
