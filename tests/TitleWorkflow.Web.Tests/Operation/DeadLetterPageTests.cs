using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Persistence.Operation;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Operation;

public sealed class DeadLetterPageTests(HealthServer server) : IClassFixture<HealthServer>
{
    // The clock of the server stands at 9:00 China time.
    private static readonly DateTimeOffset ThreeHoursAgo = new(2026, 3, 1, 22, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_administrator_reads_what_failed_and_gives_it_up_for_a_reason()
    {
        var admin = await PageVisitor.SignedIn(server.Browser(), "admin", Server.Password);
        var empty = await Text(admin, "/dead-letters");
        var letter = new DeadLetter
        {
            Kind = DeadLetterKind.Mail,
            Key = Guid.NewGuid().ToString(),
            Subject = "notice.task",
            Attempts = 7,
            Error = "邮件服务器 <mail> 没有应答",
            At = ThreeHoursAgo,
        };
        await server.Store(letter);

        var list = await Text(admin, "/dead-letters");
        var page = await Text(admin, $"/dead-letters/{letter.Id}");
        using var unexplained = await Send(admin, letter.Id, "Discard", " ");
        using var discarded = await Send(admin, letter.Id, "Discard", "收件人已离职");
        var after = await Text(admin, "/dead-letters");

        Assert.Contains("没有未办成的事项", empty, StringComparison.Ordinal);
        Assert.All(
            ["发送邮件", "邮件服务器 <mail> 没有应答", "7", "2026-03-02 06:00", "3 小时前"],
            told => Assert.Contains(told, list, StringComparison.Ordinal));
        Assert.Contains("notice.task", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, unexplained.StatusCode);
        Assert.Equal("/dead-letters", discarded.Headers.Location?.OriginalString);
        Assert.Contains("没有未办成的事项", after, StringComparison.Ordinal);
        var line = await server.Read(db => db.Audit.SingleAsync(a => a.Action == "Operation.DiscardDeadLetter" && a.Outcome == "done"));
        Assert.Equal((DemoPeople.Id("admin").Value, $"Mail {letter.Key}: 收件人已离职"), (line.Person, line.Detail));
    }

    [Fact]
    public async Task A_letter_tried_again_leaves_the_list_and_the_reason_is_on_record()
    {
        var admin = await PageVisitor.SignedIn(server.Browser(), "admin", Server.Password);
        var letter = new DeadLetter
        {
            Kind = DeadLetterKind.Message,
            Key = Guid.NewGuid().ToString(),
            Subject = "papers-arrived",
            Attempts = 10,
            Error = "No flow waits for this event.",
            At = ThreeHoursAgo,
        };
        await server.Store(letter);

        using var replayed = await Send(admin, letter.Id, "Replay", "流程已发布");
        using var gone = await admin.Get($"/dead-letters/{letter.Id}");

        Assert.Equal(HttpStatusCode.Redirect, replayed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        var line = await server.Read(db => db.Audit.SingleAsync(a => a.Action == "Operation.ReplayDeadLetter" && a.Outcome == "done"));
        Assert.EndsWith(": 流程已发布", line.Detail, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Send(PageVisitor admin, Guid letter, string act, string reason) =>
        admin.Post($"/dead-letters/{letter}?handler={act}", new Dictionary<string, string> { ["Reason"] = reason });

    private static async Task<string> Text(PageVisitor admin, string address)
    {
        using var answer = await admin.Get(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector("main")!.TextContent;
    }
}
