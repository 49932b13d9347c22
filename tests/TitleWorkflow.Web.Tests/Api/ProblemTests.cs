using System.Net;
using System.Net.Http.Headers;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Api;

public sealed class ProblemServer : Server
{
    internal Road Road { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Road = await Road.Start(this);
    }
}

public sealed class ProblemTests(ProblemServer server) : IClassFixture<ProblemServer>
{
    [Fact]
    public async Task A_stranger_is_asked_to_sign_in()
    {
        var answer = await server.Anybody.Post("/demo/clock", new { workingDays = 1 });

        AssertProblem(answer, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_wrong_password_opens_nothing()
    {
        var answer = await server.Anybody.Post("/identity/login", new { userName = "town", password = "wrong" });

        AssertProblem(answer, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_role_that_may_never_is_told_so()
    {
        var answer = await (await server.As("town")).Post("/demo/clock", new { workingDays = 1 });

        AssertProblem(answer, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_not_yours_answer_alike()
    {
        var town = await server.As("town");

        var missing = await town.Get($"/declarations/{Guid.NewGuid()}");
        var foreign = await town.Get($"/declarations/{server.Road.Declaration}");

        AssertProblem(missing, HttpStatusCode.NotFound);
        AssertProblem(foreign, HttpStatusCode.NotFound);
        Assert.Equal(missing.Body!.Text("title"), foreign.Body!.Text("title"));
    }

    [Fact]
    public async Task A_field_of_the_wrong_shape_is_named()
    {
        var applicant = await server.As("applicant");

        var answer = await applicant.Post($"/declarations/{server.Road.Declaration}/submit", new { signedName = "" });

        AssertProblem(answer, HttpStatusCode.BadRequest);
        Assert.NotEmpty(answer.Body!.Part("errors").Items("SignedName"));
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_says_why()
    {
        var applicant = await server.As("applicant");

        var answer = await applicant.Post("/declarations", new { plan = "this year's" });

        AssertProblem(answer, HttpStatusCode.BadRequest);
        Assert.Contains("plan", answer.Body!.Text("cause"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", true)]
    [InlineData("en", false)]
    public async Task A_broken_rule_comes_with_code_source_and_remedy_in_the_readers_language(string language, bool inChinese)
    {
        var applicant = await server.As("applicant");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/declarations")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { plan = DemoCity.Plan.Value }),
            Headers = { AcceptLanguage = { new StringWithQualityHeaderValue(language) } },
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());

        var answer = await applicant.Send(request);

        AssertProblem(answer, HttpStatusCode.Conflict);
        answer.Refused(DeclarationRules.OneLivePerYear);
        Assert.Equal(DeclarationRules.OneLivePerYear.Code, answer.Body!.Text("code"));
        Assert.NotEmpty(answer.Body!.Text("source"));
        Assert.Equal(inChinese, answer.Body!.Text("title").Any(c => c is >= '\u4e00' and <= '\u9fff'));
    }

    private static void AssertProblem(Answer answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer.Kind);
        Assert.Equal((int)status, answer.Body!.Number("status"));
        Assert.NotEmpty(answer.Body!.Text("title"));
        Assert.NotEmpty(answer.Body!.Text("traceId"));
    }
}
