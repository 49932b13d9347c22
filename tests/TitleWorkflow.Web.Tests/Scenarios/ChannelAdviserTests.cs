using System.Text.Json.Nodes;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>Anybody asks the adviser in the autumn of 2022.</summary>
public class AdviserServer : Server
{
    protected override DateOnly Start => new(2022, 10, 10);
}

public sealed class PostgresAdviserServer : AdviserServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

[Trait("Scenario", "S5")]
public abstract class ChannelAdviserTests(AdviserServer server)
{
    // 陆见川 邵明远 温衡 裴照 韩序 卫青棠 时雨晴
    private static readonly (string Name, string Region, string Facts, string Outcome, string Channel)[] Seven =
    [
        ("陆见川", "shandong", "level=Assistant&skill=SeniorWorker&skillSince=2020-12-31", "Eligible", "SkillCrossover"),
        ("邵明远", "shandong", "level=Intermediate&skill=Technician&skillSince=2020-01-15", "NotYet", "SkillCrossover"),
        ("温衡", "shandong", "level=DeputySenior&skill=SeniorTechnician&skillSince=2018-06-30&education=Secondary", "Eligible", "SkillCrossover"),
        ("裴照", "shandong", "level=FullSenior&skill=ChiefTechnician", "ManualDecision", "SkillCrossover"),
        ("韩序", "zhejiang", "level=FullSenior&patents=5", "Eligible", "DirectExpress"),
        ("卫青棠", "zhejiang", "series=Economics&level=DeputySenior&singleChampion=1&managementRank=2&managingSince=2019-05-01", "Eligible", "ExecutiveSeniorEconomist"),
        ("时雨晴", "shandong", "level=Intermediate&education=Bachelor&heldTitle=Assistant&heldSince=2019-03-01", "NotYet", "Standard"),
    ];

    [SkippableFact]
    public async Task Of_seven_people_four_are_eligible_two_not_yet_and_one_is_for_an_officer_to_decide()
    {
        var outcomes = new List<string>();
        foreach (var person in Seven)
        {
            var (advice, channel) = await Ask(person.Name);
            outcomes.Add(advice.Text("outcome"));
            Assert.Equal((person.Name, person.Outcome, person.Outcome), (person.Name, outcomes[^1], channel.Text("verdict")));
            Assert.Equal((2022, 1), (channel.Number("year"), channel.Number("number")));
            Assert.All(channel.Items("conditions"), c => Assert.NotEmpty(c.Part("source").Text("document")));
        }

        Assert.Equal((4, 2, 1), (Count("Eligible"), Count("NotYet"), Count("ManualDecision")));

        int Count(string outcome) => outcomes.Count(o => o == outcome);
    }

    // Months seen, months asked, and the day it would hold.
    [SkippableTheory]
    [InlineData("陆见川", "skill-crossover.ladder-years", "Met", 24, 24, null)]
    [InlineData("邵明远", "skill-crossover.ladder-years", "Failed", 35, 36, "2023-01-15")]
    [InlineData("温衡", "skill-crossover.ladder-years", "Met", 54, 48, null)]
    [InlineData("韩序", "direct-express.hard-conditions", "Met", 5, 4, null)]
    [InlineData("时雨晴", "standard.steps-years", "Failed", 46, 48, "2023-03-01")]
    public async Task The_line_says_the_value_seen_the_value_asked_and_the_earliest_date(
        string name, string code, string finding, int seen, int asked, string? earliest)
    {
        var (_, channel) = await Ask(name);

        var line = channel.Items("conditions").Single(c => c.Text("code") == code);
        var measure = line.Items("ways")[0].Items("measures")[0];

        Assert.Equal((finding, seen, asked), (line.Text("finding"), measure.Number("seen"), measure.Number("asked")));
        Assert.Equal((earliest, earliest), (line.TextOrNull("earliest"), channel.TextOrNull("earliest")));
        Assert.Equal(earliest is null ? null : "2023", channel.TextOrNull("planYear"));
    }

    [SkippableFact]
    public async Task Neither_degree_nor_papers_stand_in_the_way_of_a_senior_technician()
    {
        var (_, channel) = await Ask("温衡");

        Assert.Contains(channel.Items("conditions"), c => (c.Text("code"), c.Text("finding")) == ("skill-crossover.no-barriers", "Waived"));
        Assert.DoesNotContain(channel.Items("conditions"), c => c.Text("finding") == "Failed");
    }

    [SkippableFact]
    public async Task Senior_economists_without_a_title_are_advised_in_Zhejiang_and_not_in_Shandong()
    {
        var facts = Seven.Single(p => p.Name == "卫青棠").Facts;

        Assert.Contains("ExecutiveSeniorEconomist", await Channels("zhejiang", facts));
        Assert.DoesNotContain("ExecutiveSeniorEconomist", await Channels("shandong", facts));
        Assert.Equal(
            ["DirectExpress", "SkillCrossover", "ExecutiveSeniorEconomist", "EnterpriseAutonomous", "SocialReview", "Standard"],
            await Channels("zhejiang", facts));
        Assert.Equal(
            ["SpecialisedNomination", "SkillCrossover", "EnterpriseAutonomous", "SocialReview", "Standard"],
            await Channels("shandong", facts));
    }

    private async Task<string[]> Channels(string region, string facts) =>
        [.. (await Advice(region, facts)).Items("channels").Select(c => c.Text("channel"))];

    private async Task<(JsonNode Advice, JsonNode Channel)> Ask(string name)
    {
        var person = Seven.Single(p => p.Name == name);
        var advice = await Advice(person.Region, person.Facts);
        return (advice, advice.Items("channels").Single(c => c.Text("channel") == person.Channel));
    }

    private async Task<JsonNode> Advice(string region, string facts)
    {
        Require();
        return (await server.Anybody.Get($"/adviser?year=2022&region={region}&{facts}")).Done().Part("advice");
    }

    protected abstract void Require();
}

public sealed class ChannelAdviserOnSqliteTests(AdviserServer server) : ChannelAdviserTests(server), IClassFixture<AdviserServer>
{
    protected override void Require()
    {
    }
}

public sealed class ChannelAdviserOnPostgresTests(PostgresAdviserServer server)
    : ChannelAdviserTests(server), IClassFixture<PostgresAdviserServer>
{
    protected override void Require() => TestDatabase.RequirePostgres();
}
