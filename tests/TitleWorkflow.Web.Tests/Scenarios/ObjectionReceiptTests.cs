using System.Net;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

public abstract class ObjectionReceiptTests(ObjectionServer server)
{
    private const string Finding = "期刊社复函证明第一作者为本人，异议不成立。";

    // One test: what is too many is counted by address, and all visitors have the same one.
    [SkippableFact]
    public async Task Number_and_code_tell_without_an_account_how_it_stands_and_nothing_else_does()
    {
        var road = await Road.AtEmployerPublicity(server, "applicant-0001");
        var receipt = (await road.ObjectedToBy("chairperson", Road.Named)).Done();
        var (number, code) = (receipt.Text("number"), receipt.Text("code"));
        var stranger = await PageVisitor.Stranger(server.Browser());

        var open = await Ask(stranger, number, code.ToLowerInvariant());
        (await road.Finds("hr", "Dismiss", Finding)).Done();
        var closed = await Ask(stranger, number, code);
        var wrongCode = await Ask(stranger, number, "2222-2222-2222-2222");
        var unknown = await Ask(stranger, "YY-2022-9999", code);
        var nothing = await Ask(stranger, number, "");
        for (var i = 2; i < 10; i++)
        {
            await Ask(stranger, number, $"2222-2222-2222-222{i}");
        }

        var barred = await Ask(stranger, number, code);

        Assert.Equal((HttpStatusCode.OK, true, false), (open.Status, open.Says("核查中"), open.Says(Finding)));
        Assert.Equal((HttpStatusCode.OK, true, true), (closed.Status, closed.Says("不成立"), closed.Says(Finding)));
        Assert.All([open, closed], page => Assert.False(page.Says("顾采薇") || page.Says("论文第一作者") || page.Says("QT-2022")));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (wrongCode.Status, unknown.Status));
        Assert.All([wrongCode, unknown], page => Assert.True(page.Says("没有与这一回执号和查询码相符的异议")));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests), (nothing.Status, barred.Status));
        Assert.False(barred.Says(Finding));
        Assert.False(await server.Read(db => db.Answers.AnyAsync(a => a.Answer.Contains(code))));
    }

    private static async Task<Page> Ask(PageVisitor visitor, string number, string code)
    {
        using var answer = await visitor.Post("/publicity/receipt", new Dictionary<string, string> { ["Number"] = number, ["Code"] = code });
        return new Page(answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private sealed record Page(HttpStatusCode Status, string Text)
    {
        public bool Says(string words) => Text.Contains(words, StringComparison.Ordinal);
    }
}

public sealed class ObjectionReceiptOnSqliteTests(ObjectionServer server) : ObjectionReceiptTests(server), IClassFixture<ObjectionServer>;

public sealed class ObjectionReceiptOnPostgresTests : ObjectionReceiptTests, IClassFixture<PostgresObjectionServer>
{
    public ObjectionReceiptOnPostgresTests(PostgresObjectionServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
