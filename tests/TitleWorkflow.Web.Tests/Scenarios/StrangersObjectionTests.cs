using System.Net;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>A passed result, posted for everybody to see.</summary>
public class StrangersServer : Server
{
    protected override DateOnly Start => new(2022, 11, 1);

    internal Road Road { get; private set; } = null!;

    internal string Notice { get; private set; } = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Road = await Road.AtEligibilityCheck(this);
        await Road.GoesToMeeting();
        var meeting = await Meeting.Opened(this, 12, Road);
        await meeting.Vote(Road, yes: 12, no: 0, abstain: 0);
        (await meeting.Close()).Done();
        (await meeting.Sign("director")).Done();
        (await Road.UnitPostsResult()).Done();
        Notice = (await Anybody.Get("/publicity")).Done().Items("items").Single().Text("notice");
    }
}

public sealed class PostgresStrangersServer : StrangersServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

/// <summary>Objections to a posted result by people who have no account (社会公众): anybody may object, nobody may flood.</summary>
public abstract class StrangersObjectionTests(StrangersServer server)
{
    private static readonly object Words = new { statement = "业绩材料与事实不符", name = "顾采薇", contact = "0632-5550123" };

    [SkippableFact]
    public async Task A_stranger_objects_holds_the_name_and_reads_the_finding_by_number_and_code()
    {
        var page = await PageVisitor.Stranger(server.Browser());
        Assert.Contains($"/publicity/{server.Notice}/object", await Text(await page.Get($"/publicity/{server.Notice}")));
        var form = await Text(await page.Get($"/publicity/{server.Notice}/object"));
        Assert.DoesNotContain("name=\"Route\"", form, StringComparison.Ordinal);

        var empty = await page.Post($"/publicity/{server.Notice}/object", new Dictionary<string, string> { ["Leads"] = "2021 年项目验收单" });
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("2021 年项目验收单", await Text(empty));

        var receipt = (await server.Anybody.Post($"/publicity/{server.Notice}/objections", Words)).Done();
        Assert.Equal("ObjectionHold", await server.Road.StatusSeenBy("applicant"));
        Assert.Null((await server.Read(db => db.Audit.OrderBy(a => a.Sequence).LastAsync(a => a.Action == "Publicity.ObjectToName"))).Person);
        (await server.Road.Finds("organiser", "Dismiss", "验收单与申报材料一致。")).Done();
        var found = await page.Post("/publicity/receipt", new Dictionary<string, string>
        {
            ["Number"] = receipt.Text("number"),
            ["Code"] = receipt.Text("code"),
        });
        Assert.Contains("验收单与申报材料一致", await Text(found));
    }

    [SkippableFact]
    public async Task A_retry_objects_once_and_what_is_kept_for_it_tells_nobody_who_objected()
    {
        var somebody = await server.As("expert5");
        var (path, key) = ($"/publicity/{server.Notice}/objections", Guid.NewGuid().ToString());

        var first = (await somebody.Post(path, new { statement = "请核查" }, key)).Done();
        var again = (await somebody.Post(path, new { statement = "请核查" }, key)).Done();

        Assert.Equal(first.Text("number"), again.Text("number"));
        Assert.Null(again.TextOrNull("code"));
        var person = DemoPeople.Id("expert5").Value.ToString();
        var kept = await server.Read(db => db.Answers.Where(a => a.Action == "Publicity.ObjectToName").Select(a => a.Key).ToListAsync());
        Assert.NotEmpty(kept);
        Assert.All(kept, k => Assert.False(k.Contains(person, StringComparison.Ordinal) || k.Contains(key, StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task A_stranger_records_no_telephone_call_and_sees_no_notice_of_an_employer()
    {
        (await server.Anybody.Post($"/publicity/{server.Notice}/objections", new { statement = "请核查", route = "Phone" }))
            .Refused(ObjectionRules.RecordedByOffice);
        var atEmployer = (await server.Road.EmployerPublicity()).Text("notice");
        (await server.Anybody.Post($"/publicity/{atEmployer}/objections", Words)).NotFound();
    }

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();
}

public sealed class StrangersObjectionOnSqliteTests(StrangersServer server)
    : StrangersObjectionTests(server), IClassFixture<StrangersServer>;

public sealed class StrangersObjectionOnPostgresTests(PostgresStrangersServer server)
    : StrangersObjectionTests(server), IClassFixture<PostgresStrangersServer>;

/// <summary>So many a minute and no more: what was written is not lost.</summary>
public sealed class StrangersFloodTests(StrangersServer server) : IClassFixture<StrangersServer>
{
    [SkippableFact]
    public async Task Too_many_objections_of_strangers_from_one_address_are_not_taken()
    {
        var path = $"/publicity/{server.Notice}/objections";
        for (var i = 0; i < StrangersObjections.Allowed; i++)
        {
            (await server.Anybody.Post(path, new { statement = $"第 {i + 1} 次" })).Done();
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await server.Anybody.Post(path, new { statement = "又一次" })).Status);
        var page = await PageVisitor.Stranger(server.Browser());
        var refused = await page.Post(
            $"/publicity/{server.Notice}/object", new Dictionary<string, string> { ["Statement"] = "写了很久的内容" });
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("写了很久的内容", await refused.Content.ReadAsStringAsync());
        Assert.Equal(StrangersObjections.Allowed, await server.Read(db => db.PublicityObjections.CountAsync()));

        (await (await server.As("expert5")).Post(path, new { statement = "已登录" })).Done();
    }
}
