using System.Net;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>Three dossiers are with the group; 尹怀瑾 claimed 77 points and the employer confirmed them.</summary>
public class ScoringServer : Server
{
    private static readonly object[] Claimed =
    [
        new { item = "degree", fact = "本科", option = "bachelor" },
        new { item = "seniority", fact = "从事本专业", quantity = 6 },
        new { item = "training", fact = "近三年继续教育", quantity = 4 },
        new { item = "skill", fact = "高级技师证书", option = "senior" },
        new { item = "awards", fact = "市科学技术进步奖", rank = 3 },
        new { item = "patents", fact = "发明专利", quantity = 3 },
        new { item = "projects", fact = "主持项目", quantity = 3 },
        new { item = "renovation", fact = "产线技术改造" },
        new { item = "standards", fact = "行业标准" },
        new { item = "influence", fact = "行业协会任职", quantity = 3 },
    ];

    internal Road Yin { get; private set; } = null!;

    internal Road Zhu { get; private set; } = null!;

    internal Road Third { get; private set; } = null!;

    internal Answer Unexplained { get; private set; } = null!;

    protected override DateOnly Start => new(2022, 11, 1);

    protected override int MoreApplicants => 3;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        Yin = await Road.Start(this, "applicant-0001");
        await Yin.Fill();
        (await Yin.Claims(Claimed)).Done();
        (await Yin.Submit()).Done();
        Unexplained = await Yin.EmployerConfirms([.. Enumerable.Range(0, 10).Select(entry => new { entry, confirmed = entry > 0 })]);
        (await Yin.EmployerConfirms([.. Enumerable.Range(0, 10).Select(entry => new { entry, confirmed = true })])).Done();
        (await Yin.EmployerPasses()).Done();
        Zhu = await Road.AtEmployerPublicity(this, "applicant-0002");
        Third = await Road.AtEmployerPublicity(this, "applicant-0003");
        await Yin.EmployerPublicityEnds();
        foreach (var road in new[] { Yin, Zhu, Third })
        {
            await road.GoesUp();
            (await road.UnitAccepts()).Done();
            (await road.OfficeAssigns("expert1", "expert2", "expert3")).Done();
        }
    }
}

public sealed class PostgresScoringServer : ScoringServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

[Trait("Scenario", "S9")]
public abstract class ScoringTests(ScoringServer server)
{
    private static readonly string[] Readers = ["expert1", "expert2", "expert3"];

    [SkippableFact]
    public async Task Self_score_employers_score_and_experts_scores_are_kept_apart_and_the_mean_is_77()
    {
        foreach (var (expert, total) in Readers.Zip([77, 81, 73]))
        {
            (await server.Yin.ExpertGives(expert, total)).Done();
        }

        var office = await server.Yin.ScoreSeenBy("office");
        var own = await server.Yin.ScoreSeenBy("applicant-0001");
        var expertsOwn = await server.Yin.ScoreSeenBy("expert1");

        Assert.Equal([24, 47, 6], office.Part("self").Items("items").Select(i => i.Number("points")));
        Assert.Equal(77, office.Part("self").Number("total"));
        Assert.Equal(77, office.Part("checked").Number("total"));
        var patents = office.Part("self").Items("items")[1].Items("items").Single(i => i.Text("item") == "patents");
        Assert.Equal((12, 10, 10), (patents.Number("before"), patents.Number("cap"), patents.Number("points")));
        var first = office.Part("group").Part("first");
        Assert.Equal(77.00m, first["mean"]!.GetValue<decimal>());
        Assert.Equal(8, first.Number("spread"));
        Assert.False(first["isFlagged"]!.GetValue<bool>());
        Assert.Equal([77, 81, 73], office.Part("group").Items("sheets").Select(s => s.Number("total")));
        Assert.Null(own["group"]);
        Assert.Null(expertsOwn["group"]);
        Assert.Equal("AwaitingMeeting", await server.Yin.StatusSeenBy("office"));
        server.Unexplained.Refused(ScoringRules.FindingReasoned);
    }

    [SkippableFact]
    public async Task Scores_too_far_apart_are_discussed_again_and_the_first_sheets_remain()
    {
        foreach (var (expert, total) in Readers.Zip([58, 62, 80]))
        {
            (await server.Zhu.ExpertGives(expert, total)).Done();
        }

        var flagged = (await server.Zhu.ScoreSeenBy("office")).Part("group").Part("first");
        var between = await server.Zhu.StatusSeenBy("office");
        foreach (var (expert, total) in Readers.Zip([60, 62, 70]))
        {
            (await server.Zhu.ExpertGives(expert, total)).Done();
        }

        var group = (await server.Zhu.ScoreSeenBy("office")).Part("group");
        Assert.Equal(66.67m, flagged["mean"]!.GetValue<decimal>());
        Assert.Equal(22, flagged.Number("spread"));
        Assert.True(flagged["isFlagged"]!.GetValue<bool>());
        Assert.Equal("UnderGroupReview", between);
        Assert.Equal([(1, 58), (2, 60), (1, 62), (2, 62), (1, 80), (2, 70)],
            group.Items("sheets").Select(s => (s.Number("round"), s.Number("total"))));
        Assert.Equal(64.00m, group.Part("second")["mean"]!.GetValue<decimal>());
        Assert.Equal("AwaitingMeeting", await server.Zhu.StatusSeenBy("office"));
    }

    [SkippableFact]
    public async Task A_group_of_three_that_loses_one_is_filled_up_by_the_office()
    {
        (await server.Third.ExpertGives("expert1", 70)).Done();
        (await server.Third.ExpertLeaves("expert3", " ")).Refused(ExpertRules.RecusalNeedsReason);
        (await server.Third.ExpertLeaves("expert3", "与申报人合作专利")).Done();
        (await server.Third.ExpertGives("expert2", 72)).Done();
        var waiting = await server.Third.StatusSeenBy("office");
        var gone = await (await server.As("expert3")).Get($"/declarations/{server.Third.Declaration}/dossier");

        (await server.Third.OfficeAssigns("expert3")).Refused(AssessmentRules.NotRecused);
        (await server.Third.OfficeAssigns("expert4")).Done();
        (await server.Third.ExpertGives("expert4", 74)).Done();

        Assert.Equal("UnderGroupReview", waiting);
        gone.NotFound();
        Assert.Equal(3, (await server.Third.ScoreSeenBy("office")).Part("group").Items("sheets").Count);
        Assert.Equal("AwaitingMeeting", await server.Third.StatusSeenBy("office"));
    }

    [SkippableFact]
    public async Task A_changed_standard_does_not_alter_a_dossier_submitted_before()
    {
        var (designer, officer) = (await server.As("designer"), await server.As("city"));
        var path = $"/plans/{DemoCity.Plan.Value}/standard";
        var drafted = await designer.Put(
            path, new { items = new[] { new { key = "technical", text = "技术水平", english = "Technical level", cap = 100 } } });
        var seen = (await officer.Get(path)).Done();
        var approval = new { revision = seen.Part("draft").Number("revision") };
        (await designer.Post($"{path}/approve", approval)).Forbidden();
        (await officer.Post($"{path}/approve", new { revision = 0 })).Refused(ScoringRules.StandardSeenAsItIs);
        (await officer.Post($"{path}/approve", approval)).Done();
        (await officer.Post($"{path}/approve", approval)).Refused(ScoringRules.StandardSeenAsItIs);
        var after = (await officer.Get(path)).Done();

        Assert.Equal((2, 1), (drafted.Done().Number("version"), seen.Part("standard").Number("version")));
        Assert.True(seen.Part("draft").Flag("mayApprove"));
        Assert.Contains(seen.Part("draft").Items("changes"), c => c["after"] is null && c.Part("before").Text("key") == "achievements");
        Assert.Equal((2, null), (after.Part("standard").Number("version"), after["draft"]));
        var score = await server.Yin.ScoreSeenBy("office");
        Assert.Equal(1, score.Part("standard").Number("version"));
        Assert.Equal(77, score.Part("self").Number("total"));
        await IsEditedByOneOfficerAndApprovedByAnother(path);
    }

    private async Task IsEditedByOneOfficerAndApprovedByAnother(string path)
    {
        var page = $"/standards/{DemoCity.Plan.Value}";
        var writer = await PageVisitor.SignedIn(server.Browser(), "city", Server.Password);
        using var saved = await writer.Post($"{page}/draft?handler=Save", new Dictionary<string, string>
        {
            ["names[technical]"] = "技术能力",
            ["english[technical]"] = "Technical ability",
            ["figures[technical/cap]"] = "60",
        });
        using var added = await writer.Post($"{page}/draft?handler=Add", new Dictionary<string, string>
        {
            ["indicator.text"] = "成果转化",
            ["indicator.english"] = "Transfer",
            ["indicator.cap"] = "40",
        });
        using var unsound = await writer.Post(
            $"{page}/draft?handler=Save", new Dictionary<string, string> { ["gone[0]"] = "technical", ["gone[1]"] = "own-1" });
        var second = await PageVisitor.SignedIn(server.Browser(), "city2", Server.Password);
        using var opened = await second.Get(page);
        var shown = await opened.Content.ReadAsStringAsync();
        var seen = (await (await server.As("city2")).Get(path)).Done().Part("draft");
        var revision = seen.Number("revision");
        (await (await server.As("city")).Post($"{path}/approve", new { revision })).Refused(ScoringRules.StandardSecondPerson);
        using var approved = await second.Post($"{page}?handler=Approve", new Dictionary<string, string> { ["revision"] = $"{revision}" });

        Assert.Equal(
            [HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.Redirect],
            [saved.StatusCode, added.StatusCode, unsound.StatusCode, opened.StatusCode, approved.StatusCode]);
        Assert.Equal(["technical", "own-1"], seen.Items("changes").Select(c => c.Part("after").Text("key")));
        Assert.All(
            ["技术水平 / Technical level", "技术能力 / Technical ability", "100 → 60", "成果转化"],
            words => Assert.Contains(words, WebUtility.HtmlDecode(shown), StringComparison.Ordinal));
        var standard = (await (await server.As("city2")).Get(path)).Done().Part("standard");
        Assert.Equal((3, "60 40"), (standard.Number("version"), string.Join(' ', standard.Items("items").Select(i => i.Number("cap")))));
    }
}

public sealed class ScoringOnSqliteTests(ScoringServer server) : ScoringTests(server), IClassFixture<ScoringServer>;

public sealed class ScoringOnPostgresTests : ScoringTests, IClassFixture<PostgresScoringServer>
{
    public ScoringOnPostgresTests(PostgresScoringServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
