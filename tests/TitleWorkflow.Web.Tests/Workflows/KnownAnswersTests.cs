using System.Net;
using System.Net.Http.Headers;

namespace TitleWorkflow.Web.Tests.Workflows;

/// <summary>What the designer has fetched once it is not sent again as long as it is the same.</summary>
public sealed class KnownAnswersTests(CaseViewServer server) : IClassFixture<CaseViewServer>
{
    [Theory]
    [InlineData("/elsa/api/descriptors/activities")]
    [InlineData("/elsa/api/workflow-definitions/by-definition-id/title-review")]
    public async Task Whoever_has_the_answer_is_told_so(string address)
    {
        var visitor = await server.As("auditor");
        using var first = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("application/json", first.Content.Headers.ContentType!.MediaType);

        Assert.Equal((HttpStatusCode.NotModified, 0), await AskAsync(visitor.Http, address, first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(visitor.Http, address, new EntityTagHeaderValue("\"other\"", isWeak: true))).Status);
    }

    private static async Task<(HttpStatusCode Status, int Length)> AskAsync(HttpClient http, string address, EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(known);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync()).Length);
    }
}
