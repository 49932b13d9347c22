using System.Text.Json.Nodes;

namespace TitleWorkflow.Web.Tests.Workflows.Paper;

/// <summary>The clerk with the paper sees what is wrong, and only that.</summary>
public sealed class PaperTests
{
    private static readonly string Shipped =
        File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "workflows", "title-review.json"));

    [Fact]
    public async Task The_shipped_flow_leads_dossiers_to_certificates_and_breaks_nothing()
    {
        var (broken, certificates) = await PaperRun.Dossiers(Shipped, 40, new Random(1), inDomain: 8);

        Assert.Empty(broken);
        Assert.NotEqual(0, certificates);
    }

    [Theory]
    [InlineData("employerCheck", "Pass", "town", "before five working days of publicity at the employer")]
    [InlineData("accept", "Done", "ballot", "before three opinions")]
    [InlineData("ballot", "NotPassed", "signPassed", "posted that is no pass")]
    [InlineData("signPassed", "Signed", "confirm", "before five working days of result publicity")]
    [InlineData("town", "Refuse", "district", "on a case that has ended")]
    [InlineData("start", "Done", "employerCheck", "nobody had signed")]
    [InlineData("resultPublicity", "Clear", "certificate", "without confirmation")]
    public async Task A_shortcut_is_seen(string from, string port, string to, string seen)
    {
        var flow = JsonNode.Parse(Shipped)!;
        flow["root"]!["connections"]!.AsArray()
            .Single(c => (string?)c!["source"]!["activity"] == from && (string?)c["source"]!["port"] == port)!["target"]!["activity"] = to;

        var (broken, _) = await PaperRun.Dossiers(flow.ToJsonString(), 60, new Random(1));

        Assert.Contains(broken, b => b.Contains(seen, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("employerCheck", "Pass", "town", "declarations.employer-publicity-first")]
    [InlineData("accept", "Done", "ballot", "declarations.group-review-before-meeting")]
    [InlineData("town", "Refuse", "district", "declarations.not-ended")]
    [InlineData("ballot", "Passed", "postResult", "declarations.result-signed")]
    public async Task A_shortcut_is_refused_by_the_domain(string from, string port, string to, string rule)
    {
        var flow = JsonNode.Parse(Shipped)!;
        flow["root"]!["connections"]!.AsArray()
            .Single(c => (string?)c!["source"]!["activity"] == from && (string?)c["source"]!["port"] == port)!["target"]!["activity"] = to;

        var (broken, _) = await PaperRun.Dossiers(flow.ToJsonString(), 12, new Random(1), inDomain: 12);

        Assert.Contains($"the domain refused a step: {rule}", broken);
    }
}
