using System.Text.Json.Nodes;
using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>裴照 and others, whose skill maps to no title, ask an officer in the autumn of 2022.</summary>
public class DecisionServer : Server
{
    protected override DateOnly Start => new(2022, 10, 10);

    protected override int MoreApplicants => 3;
}

public sealed class PostgresDecisionServer : DecisionServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

[Trait("Scenario", "S5")]
public abstract class ManualDecisionTests(DecisionServer server)
{
    private static readonly object Chief = new
    {
        channel = "SkillCrossover",
        region = "shandong",
        year = 2022,
        facts = new { level = "FullSenior", skill = "ChiefTechnician" },
    };

    [SkippableFact]
    public async Task A_decision_that_finds_a_chief_technician_eligible_is_told_and_the_adviser_goes_by_it()
    {
        var applicant = await server.As("applicant-0001");
        var organiser = await server.As("organiser");
        var before = await Verdict(applicant);

        var asked = (await applicant.Post("/adviser/decisions", Chief)).Done();
        (await applicant.Post("/adviser/decisions", Chief)).Refused(ManualDecisionRules.AskedOnce);
        var row = (await Decisions(organiser)).Single(d => d.Text("number") == asked.Text("number"));
        var unit = await PageVisitor.SignedIn(server.Browser(), "organiser", Server.Password);
        Assert.Contains("btn btn-primary\" href=\"/decisions\"", await Inbox(unit));
        (await organiser.Post(
            $"/adviser/decisions/{row.Text("decision")}",
            new { isEligible = true, reason = "主持攻克三项关键工艺，相当于正高级水平。", basis = "青人社会纪〔2022〕3 号" })).Done();
        var own = (await Decisions(applicant)).Single();
        Assert.DoesNotContain("btn btn-primary\" href=\"/decisions\"", await Inbox(unit));

        Assert.Equal("ManualDecision", before);
        Assert.True(row["mayDecide"]!.GetValue<bool>());
        Assert.Equal(("shandong", 2022, 1), (row.Text("ruleSetRegion"), row.Number("ruleSetYear"), row.Number("ruleSetNumber")));
        Assert.Equal("ChiefTechnician", row.Part("facts").Part("skill").Text("level"));
        Assert.Equal((true, "青人社会纪〔2022〕3 号"), (own["isEligible"]!.GetValue<bool>(), own.Text("basis")));
        Assert.Equal("Eligible", await Verdict(applicant));
        Assert.Equal("ManualDecision", await Verdict(await server.As("applicant-0003")));
        Assert.Contains(
            (await applicant.All("/notices?")).Select(n => n.Text("text")), text => text.Contains(asked.Text("number"), StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_decision_that_finds_somebody_not_eligible_closes_the_channel_and_is_final()
    {
        var applicant = await server.As("applicant-0002");
        var organiser = await server.As("organiser");
        var asked = (await applicant.Post("/adviser/decisions", Chief)).Done();
        var address = $"/adviser/decisions/{asked.Text("decision")}";
        var no = new { isEligible = false, reason = "业绩材料不足以认定。", basis = "青人社会纪〔2022〕4 号" };

        (await organiser.Post(address, new { isEligible = false, reason = "业绩不足", basis = "" })).Invalid();
        (await applicant.Post(address, no)).Forbidden();
        (await (await server.As("jinshi-office")).Post(address, no)).NotFound();
        (await organiser.Post(address, no)).Done();

        (await organiser.Post(address, no)).Refused(ManualDecisionRules.StillOpen);
        Assert.Equal("NotYet", await Verdict(applicant));
        Assert.Empty(await Decisions(await server.As("jinshi-office")));
    }

    [SkippableFact]
    public async Task Where_the_rules_answer_themselves_nobody_is_asked()
    {
        var worker = new { channel = "SkillCrossover", region = "shandong", year = 2022, facts = new { level = "Intermediate", skill = "Technician", skillSince = "2020-01-15" } };

        (await (await server.As("applicant-0003")).Post("/adviser/decisions", worker)).Refused(ManualDecisionRules.NothingMapped);
    }

    private static async Task<string> Verdict(Visitor person) =>
        (await person.Get("/adviser?year=2022&region=shandong&level=FullSenior&skill=ChiefTechnician")).Done()
        .Part("advice").Items("channels").Single(c => c.Text("channel") == "SkillCrossover").Text("verdict");

    private static async Task<string> Inbox(PageVisitor person) => await (await person.Get("/inbox")).Content.ReadAsStringAsync();

    private static async Task<IReadOnlyList<JsonNode>> Decisions(Visitor person) =>
        [.. (await person.Get("/adviser/decisions")).Done().Items("items")];
}

public sealed class ManualDecisionOnSqliteTests(DecisionServer server)
    : ManualDecisionTests(server), IClassFixture<DecisionServer>;

public sealed class ManualDecisionOnPostgresTests : ManualDecisionTests, IClassFixture<PostgresDecisionServer>
{
    public ManualDecisionOnPostgresTests(PostgresDecisionServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
