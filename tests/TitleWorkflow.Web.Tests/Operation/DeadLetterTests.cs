using System.Net;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Operation;

public sealed class DeadLetterTests(HealthServer server) : IClassFixture<HealthServer>
{
    [Fact]
    public async Task A_message_no_flow_hears_is_accepted_given_up_and_replayed_over_HTTP()
    {
        var admin = await server.As("admin");
        var accepted = await admin.Post("/messages", new { @event = "papers-arrived", payload = new { number = 7 } });
        for (var hour = 10; hour < 22; hour++)
        {
            await server.ClockAt(new DateOnly(2026, 3, 3), hour);
        }

        var letter = Assert.Single((await admin.Get("/dead-letters")).Done().Items("items"));
        var unexplained = await admin.Post($"/dead-letters/{letter.Text("letter")}/replay", new { reason = "" });
        var replayed = await admin.Post($"/dead-letters/{letter.Text("letter")}/replay", new { reason = "流程已发布" });

        Assert.Equal(HttpStatusCode.Accepted, accepted.Status);
        Assert.Equal(("Message", "papers-arrived"), (letter.Text("kind"), letter.Text("subject")));
        Assert.Equal(HttpStatusCode.BadRequest, unexplained.Status);
        Assert.True(replayed.Done()["isDueAgain"]!.GetValue<bool>());
        Assert.Empty((await admin.Get("/dead-letters")).Done().Items("items"));
    }

    [Fact]
    public async Task Whoever_does_not_run_the_product_sees_no_dead_letters() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.As("city")).Get("/dead-letters")).Status);
}
