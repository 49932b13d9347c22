using System.Net;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Api;

public sealed class ProblemServer : Server;

public sealed class ProblemTests(ProblemServer server) : IClassFixture<ProblemServer>
{
    [Fact]
    public async Task A_stranger_is_asked_to_sign_in()
    {
        var answer = await server.Anybody.Post("/demo/clock", new { workingDays = 1 });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("application/problem+json", answer.Kind);
    }

    [Fact]
    public async Task A_wrong_password_opens_nothing()
    {
        var answer = await server.Anybody.Post("/identity/login", new { userName = "town", password = "wrong" });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("application/problem+json", answer.Kind);
    }

    [Fact]
    public async Task A_role_that_may_never_is_told_so()
    {
        var town = await server.As("town");

        var answer = await town.Post("/demo/clock", new { workingDays = 1 });

        answer.Forbidden();
        Assert.Equal("application/problem+json", answer.Kind);
    }
}
