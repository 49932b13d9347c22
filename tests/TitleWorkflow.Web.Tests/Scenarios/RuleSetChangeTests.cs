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
