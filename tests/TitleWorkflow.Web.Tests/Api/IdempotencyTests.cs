using System.Net;
using System.Net.Http.Json;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Api;

public sealed class IdempotencyServer : Server
{
    protected override int MoreApplicants => 4;
}

public sealed class IdempotencyTests(IdempotencyServer server) : IClassFixture<IdempotencyServer>
{
    private static readonly object Plan = new { plan = DemoCity.Plan.Value };

    [Fact]
    public async Task The_same_key_returns_the_first_answer()
    {
        var applicant = await server.As("applicant-0001");

        var first = await applicant.Post("/declarations", Plan, key: "the-same");
        var again = await applicant.Post("/declarations", Plan, key: "the-same");

        Assert.Equal(first.Done().Text("declaration"), again.Done().Text("declaration"));
        Assert.Equal(first.Location, again.Location);
    }

    [Fact]
    public async Task Requests_with_one_key_at_the_same_time_are_one_request()
    {
        var applicant = await server.As("applicant-0002");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => applicant.Post("/declarations", Plan, key: "at-once")));

        Assert.Single(answers.Select(a => a.Done().Text("declaration")).Distinct());
    }

    [Fact]
    public async Task A_key_belongs_to_one_use_case()
    {
        var applicant = await server.As("applicant-0003");
        var declaration = (await applicant.Post("/declarations", Plan, key: "reused")).Done().Text("declaration");

        var answer = await applicant.Post($"/declarations/{declaration}/withdraw", new { }, key: "reused");

        answer.Refused(PipelineRules.KeyReused);
    }

    [Fact]
    public async Task Two_people_may_choose_the_same_key()
    {
        var first = await (await server.As("applicant")).Post("/declarations", Plan, key: "mine");
        var second = await (await server.As("applicant-0004")).Post("/declarations", Plan, key: "mine");

        Assert.NotEqual(first.Done().Text("declaration"), second.Done().Text("declaration"));
    }

    [Fact]
    public async Task A_write_without_a_key_is_not_done()
    {
        var admin = await server.As("admin");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/demo/clock")
        {
            Content = JsonContent.Create(new { workingDays = 1 }),
        };

        var answer = await admin.Send(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("application/problem+json", answer.Kind);
        Assert.Equal(new DateOnly(2026, 3, 2), server.Today);
    }

    [Fact]
    public async Task A_key_of_more_than_a_hundred_characters_is_refused()
    {
        var admin = await server.As("admin");

        var answer = await admin.Post("/demo/clock", new { workingDays = 1 }, key: new string('k', 101));

        answer.Invalid();
        Assert.Equal(new DateOnly(2026, 3, 2), server.Today);
    }
}
