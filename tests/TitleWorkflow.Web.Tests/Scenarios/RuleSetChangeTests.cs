using System.Text.Json.Nodes;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>Two officers change a rule set while the adviser answers and a case runs.</summary>
[Trait("Scenario", "S5")]
public abstract class RuleSetChangeTests(AdviserServer server)
{
    private const string Facts = "level=Intermediate&education=College&heldTitle=Assistant&heldSince=2018-03-01";

    [SkippableFact]
    public async Task A_years_value_changed_by_two_officers_changes_advice_at_once_and_no_case()
    {
        Require();
        await Road.Start(server, "applicant");
        var (city, second) = (await server.As("city"), await server.As("city2"));
        var standard = (await city.Get("/rule-sets")).Done().Items("items")
            .Single(r => r.Text("region") == "shandong" && r.Text("channel") == "Standard").Text("id");

        var draft = (await city.Post($"/rule-sets/{standard}/drafts")).Done().Text("id");
        (await second.Post($"/rule-sets/{standard}/drafts")).Refused(RuleSetRules.OneDraft);
        (await city.Put($"/rule-sets/{draft}", Years(3))).Refused(RuleSetRules.WithinFloor);
        (await city.Put($"/rule-sets/{draft}", Years(5))).Done();
        (await city.Put($"/rule-sets/{standard}", Years(5))).Refused(RuleSetRules.DraftOnly);
        var seen = (await second.Get($"/rule-sets/{draft}")).Done();
        var approval = new { revision = seen.Number("revision") };
        (await city.Post($"/rule-sets/{draft}/approve", approval)).Refused(RuleSetRules.SecondPerson);
        (await second.Post($"/rule-sets/{draft}/approve", new { revision = 0 })).Refused(RuleSetRules.SeenAsItIs);
        var before = await Standard();
        (await second.Post($"/rule-sets/{draft}/approve", approval)).Done();
        var after = await Standard();

        var change = Assert.Single(seen.Items("changes"));
        Assert.Equal(("steps/Intermediate/College", 4, 5), (change.Text("path"), change.Number("before"), change.Number("after")));
        Assert.Equal(("Eligible", 1), (before.Text("verdict"), before.Number("number")));
        Assert.Equal(("NotYet", 2, "2023-03-01"), (after.Text("verdict"), after.Number("number"), after.Text("earliest")));
        Assert.Equal(standard, await server.Read(db => Task.FromResult($"{db.Declarations.Single().RuleSet.Value}")));
        Assert.Equal(
            ["steps/Intermediate/College: 4 → 5"],
            await server.Read(db => Task.FromResult(db.Audit
                .Where(a => a.Action == "RuleSets.ReviseRuleSet" && a.Outcome == "done").Select(a => a.Detail).ToArray())));
    }

    [SkippableFact]
    public async Task A_condition_added_by_two_officers_is_asked_at_once_and_what_the_nation_demands_stays()
    {
        Require();
        var (city, second) = (await server.As("city"), await server.As("city2"));
        var crossover = (await city.Get("/rule-sets")).Done().Items("items")
            .Single(r => r.Text("region") == "shandong" && r.Text("channel") == "SkillCrossover").Text("id");
        Assert.Equal("Eligible", (await Crossover()).Text("verdict"));

        (await city.Post($"/rule-sets/{crossover}/conditions", Patents(1))).Refused(RuleSetRules.DraftOnly);
        var draft = (await city.Post($"/rule-sets/{crossover}/drafts")).Done().Text("id");
        (await city.Delete($"/rule-sets/{draft}/conditions/in-service")).Refused(RuleSetRules.WithinFloor);
        (await city.Post($"/rule-sets/{draft}/conditions", Patents(-1))).Refused(RuleSetRules.ConditionSound);
        (await city.Post($"/rule-sets/{draft}/conditions", Patents(1))).Done();
        (await city.Post($"/rule-sets/{draft}/conditions/own-1/thresholds", new { asked = Asks("NewTechnologies", 1) })).Done();
        (await city.Delete($"/rule-sets/{draft}/conditions/own-1?way=3")).Refused(RuleSetRules.ConditionSound);
        var seen = (await second.Get($"/rule-sets/{draft}")).Done();
        (await second.Post($"/rule-sets/{draft}/approve", new { revision = seen.Number("revision") })).Done();
        var after = await Crossover();

        var change = Assert.Single(seen.Items("conditionChanges"));
        Assert.Equal((null, "own-1", 2), (change["before"], change.Part("after").Text("code"), change.Part("after").Items("anyOf").Count));
        Assert.Empty(seen.Items("changes"));
        var line = after.Items("conditions").Single(c => c.Text("code") == "skill-crossover.own-1");
        Assert.Equal(("发明专利或者新技术", "Failed"), (line.Text("name"), line.Text("finding")));
        Assert.NotEqual("Eligible", after.Text("verdict"));
    }

    private static object Patents(int count) =>
        new { name = "发明专利或者新技术", englishName = "Patents or new technologies", asked = Asks("Patents", count) };

    private static object Asks(string metric, int value) => new { metric, comparison = "AtLeast", value, period = "AtCutoff" };

    private async Task<JsonNode> Crossover() => (await server.Anybody.Get(
            "/adviser?year=2022&region=shandong&level=DeputySenior&skill=SeniorTechnician&skillSince=2018-06-30&inService=1&patents=0&newTechnologies=0"))
        .Done().Part("advice").Items("channels").Single(c => c.Text("channel") == "SkillCrossover");

    private static object Years(int years) =>
        new { effectiveFrom = "2022-10-10", values = new Dictionary<string, int> { ["steps/Intermediate/College"] = years } };

    private async Task<JsonNode> Standard() => (await server.Anybody.Get($"/adviser?year=2022&region=shandong&{Facts}")).Done()
        .Part("advice").Items("channels").Single(c => c.Text("channel") == "Standard");

    protected abstract void Require();
}

public sealed class RuleSetChangeOnSqliteTests(AdviserServer server) : RuleSetChangeTests(server), IClassFixture<AdviserServer>
{
    protected override void Require()
    {
    }
}

public sealed class RuleSetChangeOnPostgresTests(PostgresAdviserServer server)
    : RuleSetChangeTests(server), IClassFixture<PostgresAdviserServer>
{
    protected override void Require() => TestDatabase.RequirePostgres();
}
