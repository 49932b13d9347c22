using System.Net;
using System.Text.Json.Nodes;
using TitleWorkflow.Persistence.Notices;
using TitleWorkflow.Persistence.Operation;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Operation;

public sealed class HealthServer : Server;

public sealed class HealthTests(HealthServer server) : IClassFixture<HealthServer>
{
    [Fact]
    public async Task Ready_says_how_far_behind_the_clock_the_product_is_and_turns_nobody_away_for_it()
    {
        var now = new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
        var (before, _) = await AskAsync();
        await server.Store(
            new OutboxMail { Id = Guid.NewGuid(), To = "a@b.example", Text = "notice.task", Values = [], At = now, DueAt = now.AddSeconds(-90) },
            new DeadLetter { Kind = DeadLetterKind.Wait, Key = "w", Subject = "i", Attempts = 5, Error = "secret", At = now });

        var (after, status) = await AskAsync();

        Assert.Equal("Healthy", before["status"]!.GetValue<string>());
        Assert.Equal("Degraded", after["status"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            """{"lagSeconds":0,"mailLagSeconds":90,"deadLetters":1}""", after["checks"]!["dueWork"]!["data"]!.ToJsonString());
        Assert.DoesNotContain("secret", after.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<(JsonNode Body, HttpStatusCode Status)> AskAsync()
    {
        using var http = server.Anybody.Http;
        using var answer = await http.GetAsync("/health/ready");
        return (JsonNode.Parse(await answer.Content.ReadAsStringAsync())!, answer.StatusCode);
    }
}
