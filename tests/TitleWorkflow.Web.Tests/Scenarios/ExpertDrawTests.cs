using System.Net;
using System.Text.Json.Nodes;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Scenarios;

public sealed class PostgresPoolServer : PoolServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

[Trait("Scenario", "S6")]
public abstract class ExpertDrawTests(PoolServer server)
{
    [SkippableFact]
    public async Task Eighty_six_of_a_hundred_and_four_are_appointed_and_thirteen_are_drawn_from_two_hundred_and_forty()
    {
        await server.Intake();
        await server.FillPool();
        var draw = await Freeze();
        await server.ClockAt(new DateOnly(2022, 12, 1), hour: 15, atOnce: true);
        var before = await PoolAsOfficeSeesIt();
        await Hold(draw);
        await Answer(draw);
        Assert.Equal(before, await PoolAsOfficeSeesIt());
        await NoNameIsOnAnyPage(draw);
        await Release(draw);
    }

    private async Task<string> Freeze()
    {
        var office = await server.As("office");
        await server.ClockAt(new DateOnly(2022, 11, 28), hour: 9, atOnce: true);

        (await office.Post("/draws", Draw(size: 12))).Refused(CommitteeRules.Odd);
        (await office.Post("/draws", Draw(size: 9))).Refused(CommitteeRules.LargeEnough);
        var preview = (await office.Get($"/draws/preview?plan={DemoCity.Plan.Value}&meetingOn=2022-12-06&size=13&alternates=4")).Done();
        var many = (await office.Get($"/draws/preview?plan={DemoCity.Plan.Value}&meetingOn=2022-12-06&size=63&alternates=4")).Done();
        var id = (await office.Post("/draws", Draw(size: 13))).Done().ToString();
        var draw = (await office.Get($"/draws/{id}")).Done();

        Assert.Equal(
            [
                "SpecialtyAndLevel 52/96 92 34 58", "Term 2/3 87 32 55", "Suspended 0/1 86 32 54", "SameEmployer 9/2 75 23 52",
                "Relation 1/2 72 22 50", "Load 2/4 66 20 46",
            ],
            draw.Items("filters").Select(Line));
        Assert.Equal((240, 66, null), (draw.Number("pool"), preview.Number("eligible"), preview["shortage"]?.ToString()));
        Assert.Equal(("Pool", 1), (many.Part("shortage").Text("constraint"), many.Part("shortage").Number("missing")));
        Assert.Equal((64, 64), (draw.Text("poolHash").Length, draw.Text("policyHash").Length));
        Assert.Null(draw.TextOrNull("seed"));
        return id;
    }

    private async Task Hold(string draw)
    {
        var (office, supervisor) = (await server.As("office"), await server.As("supervisor"));

        (await office.Post($"/draws/{draw}/hold", Inputs())).Forbidden();
        (await supervisor.Post($"/draws/{draw}/hold", Inputs())).Done();
        (await supervisor.Post($"/draws/{draw}/hold", Inputs())).Refused(DrawRules.DrawnOnce);
        (await office.Get($"/draws/{draw}/record")).Refused(DrawRules.SealedUntilRelease);
        var record = (await supervisor.Get($"/draws/{draw}/record")).Done();
        using var verifier = await server.Anybody.Http.GetAsync("/verify/verify-draw.mjs");

        Assert.True(verifier.IsSuccessStatusCode);
        Assert.Equal("41", record.Items("inputs")[1].Text("value"));
        Assert.Equal((13, 4), (record.Items("members").Count, record.Items("alternates").Count));
        Assert.Equal(4, record.Items("members").Count(m => FromEnterprise(record, m)));
        Assert.Equal(record.Items("walk").Select(s => s.Text("expert")), Again(record));
    }

    private async Task Answer(string draw)
    {
        var experts = await server.DrawnExperts(draw);
        var (declining, alternates) = (experts.Take(2).ToList(), experts.Skip(13).ToList());
        (await (await server.As(alternates[0])).Post($"/draws/{draw}/answer", new { comes = true })).NotFound();
        foreach (var expert in declining)
        {
            (await (await server.As(expert)).Post($"/draws/{draw}/answer", new { comes = false })).Done();
        }

        foreach (var expert in experts.Except(declining))
        {
            var visitor = await server.As(expert);
            if ((await visitor.Get("/draws/invitations")).Done().Items("items").Count > 0)
            {
                (await visitor.Post($"/draws/{draw}/answer", new { comes = true })).Done();
            }
        }

        var answer = await (await server.As("office")).Get($"/draws/{draw}");
        var counts = answer.Done().Part("counts");
        Assert.Equal((13, 2, 2), (counts.Number("confirmed"), counts.Number("alternates"), counts.Number("replaced")));
        Assert.Null(answer.Body!["released"]);
        Assert.DoesNotContain("专家", answer.Text);
        Assert.True(await server.EnterpriseMembers(draw) >= 4);
        Assert.InRange(await server.MostOfOneEmployer(draw), 1, 2);
    }

    // The pool names everybody and tells nothing of a draw: whoever was drawn looks there as they did before.
    private async Task<string> PoolAsOfficeSeesIt()
    {
        var office = await server.As("office");
        var eligible = await server.Eligible();
        var details = new List<string>();
        foreach (var expert in eligible.Take(20))
        {
            details.Add((await office.Get($"/experts/{expert}")).Done().ToJsonString());
        }

        return string.Join('\n', (await office.All("/experts?state=Active")).Select(e => e.ToJsonString()).Concat(details));
    }

    private async Task NoNameIsOnAnyPage(string draw)
    {
        var office = await PageVisitor.SignedIn(server.Browser(), "office", Server.Password);
        var names = await server.NamesOfDrawn(draw);
        string[] pages = ["/draws", $"/draws/{draw}", "/inbox", "/notices", "/meetings", $"/committees/{DemoOrganisations.Id("committee").Value}"];
        foreach (var page in pages)
        {
            using var answer = await office.Get(page);
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain(names, name => text.Contains(name, StringComparison.Ordinal));
        }

        using var record = await office.Get($"/api/v1/draws/{draw}/record");
        Assert.Equal(HttpStatusCode.Conflict, record.StatusCode);
    }

    private async Task Release(string draw)
    {
        var office = await server.As("office");
        await server.ClockAt(new DateOnly(2022, 12, 5), hour: 8, atOnce: true);
        var members = await server.MembersOf(draw);
        var chairs = new { director = members[0], deputies = new[] { members[1] } };
        (await office.Post($"/draws/{draw}/seat", chairs)).Refused(DrawRules.SealedUntilRelease);
        await server.ClockAt(new DateOnly(2022, 12, 5), hour: 9, atOnce: true);

        var released = (await office.Get($"/draws/{draw}")).Done().Items("released");
        (await office.Post($"/draws/{draw}/seat", chairs)).Done();
        var committee = (await office.Get($"/committees/{DemoOrganisations.Id("committee").Value}")).Done();

        Assert.Equal(17, released.Count);
        Assert.Equal((13, 15), (committee.Number("size"), committee.Items("seats").Count));
        Assert.Equal("Director", committee.Items("seats")[0].Text("position"));
    }

    private static object Draw(int size) => new
    {
        plan = DemoCity.Plan.Value,
        meetingOn = "2022-12-06",
        size,
        alternates = 4,
        publicInput = "2022-12-01 福利彩票开奖号",
    };

    private static object Inputs() => new { publicValue = "8 2 6", supervisorNumber = "41" };

    private static string Line(JsonNode line) =>
        $"{line.Text("filter")} {line.Text("removedEnterprise")}/{line.Text("removedOther")} {line.Text("left")} "
        + $"{line.Text("leftEnterprise")} {line.Text("leftOther")}";

    private static bool FromEnterprise(JsonNode record, JsonNode member) =>
        record.Items("pool").Single(c => c.Text("expert") == member.ToString()).Flag("fromEnterprise");

    // The draw once more, from nothing but its record.
    private static IEnumerable<string> Again(JsonNode record)
    {
        var policy = record.Part("policy");
        var pool = new DrawPool(
            record.Items("pool").Select(c => new DrawCandidate(
                new(Guid.Parse(c.Text("expert"))), c.Flag("fromEnterprise"), c.Flag("outside"), c.Text("employer"))),
            []);
        return DrawAlgorithm.Draw(
            pool,
            new DrawPolicy(
                policy.Number("size"), policy.Number("alternates"), policy.Number("enterpriseShare"),
                policy.Number("outsideShare"), policy.Number("maxPerEmployer"), []),
            record.Text("seed")).Walk.Select(s => $"{s.Expert}");
    }
}

public sealed class ExpertDrawOnSqliteTests(PoolServer server) : ExpertDrawTests(server), IClassFixture<PoolServer>;

public sealed class ExpertDrawOnPostgresTests : ExpertDrawTests, IClassFixture<PostgresPoolServer>
{
    public ExpertDrawOnPostgresTests(PostgresPoolServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
