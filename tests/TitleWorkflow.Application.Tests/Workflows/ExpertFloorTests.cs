using System.Text.Json.Nodes;
using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Tests.Workflows;

/// <summary>The road into the pool is changed by designers, but not below the floor.</summary>
public sealed class ExpertFloorTests
{
    private static readonly ActivityCatalog Catalog = ActivityCatalog.FromAssemblies(typeof(ApplicationSetup).Assembly);

    [Fact]
    public void The_shipped_flow_may_be_published() => Assert.Empty(Errors(Flow("expert-appointment")));

    [Theory]
    [InlineData("screening", "Fit", "candidacy", "experts.publicity-five-days")]
    [InlineData("screening", "NotFit", "posting", "experts.steps-in-order")]
    [InlineData("posting", "Posted", "appointment", "experts.publicity-over-first")]
    [InlineData("posting", "Posted", "tellReady", "experts.consent-given")]
    [InlineData("candidacy", "Declined", "appointment", "experts.consent-given")]
    [InlineData("candidacy", "Ready", "term", "experts.steps-in-order")]
    [InlineData("term", "Expired", "appointment", "experts.steps-in-order")]
    public void No_way_leads_around_screening_publicity_consent_or_appointment(string from, string port, string to, string rule)
    {
        var flow = Flow("expert-appointment");
        Connection(flow, from, port)["target"]!["activity"] = to;

        var error = Errors(flow).First(e => e.Code == rule);

        Assert.Contains(rule, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notice_may_be_left_out_and_a_reminder_changed()
    {
        var flow = Flow("expert-appointment");
        Connection(flow, "candidacy", "Ready")["target"]!["activity"] = "appointment";
        Remove(flow, "tellReady");
        Step(flow, "term")["remindWorkingDays"]!["expression"]!["value"] = 60;

        Assert.Empty(Errors(flow));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(251)]
    public void A_reminder_comes_after_at_most_two_hundred_and_fifty_days(int days)
    {
        var flow = Flow("expert-appointment");
        Step(flow, "term")["remindWorkingDays"]!["expression"]!["value"] = days;

        Assert.Contains(Errors(flow), e => e.Code == "floor.due-days");
    }

    [Fact]
    public void A_notice_is_for_those_who_may_know_and_says_something()
    {
        var flow = Flow("expert-appointment");
        Step(flow, "tellReady")["party"]!["expression"]!["value"] = "Auditor";
        Step(flow, "tellExpired")["text"]!["expression"]!["value"] = " ";

        Assert.Equal(["floor.missing-input", "floor.unknown-word"], Errors(flow).Select(e => e.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Steps_of_declarations_and_of_experts_do_not_stand_in_one_flow()
    {
        var experts = Flow("expert-appointment");
        Step(experts, "tellReady")["type"] = "TitleWorkflow.SendNotice";
        var cases = Flow("title-review");
        Step(cases, "certificate")["type"] = "TitleWorkflow.TellOfMembership";
        var elsewhere = Flow("expert-appointment");
        elsewhere["definitionId"] = "title-review";

        Assert.All([experts, cases, elsewhere], flow => Assert.Contains(
            Errors(flow), e => e.Code == "floor.expert-flow" && e.Message.Contains(ExpertRules.StepsInOrder.Code, StringComparison.Ordinal)));
    }

    private static IReadOnlyList<DocumentError> Errors(JsonNode flow) =>
        FlowInspection.Errors(WorkflowDocument.Parse(flow.ToJsonString()), Catalog);

    private static JsonNode Flow(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TitleWorkflow.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above has the solution.");
        }

        return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "workflows", $"{name}.json")))!;
    }

    private static JsonNode Step(JsonNode flow, string id) =>
        flow["root"]!["activities"]!.AsArray().Single(a => (string?)a!["id"] == id)!;

    private static JsonNode Connection(JsonNode flow, string from, string port) => flow["root"]!["connections"]!.AsArray()
        .Single(c => (string?)c!["source"]!["activity"] == from && (string?)c["source"]!["port"] == port)!;

    private static void Remove(JsonNode flow, string id)
    {
        flow["root"]!["activities"]!.AsArray().Remove(Step(flow, id));
        var connections = flow["root"]!["connections"]!.AsArray();
        foreach (var gone in connections.Where(c => (string?)c!["source"]!["activity"] == id).ToList())
        {
            connections.Remove(gone);
        }
    }
}
