using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests;

[Trait("Semantics", "4.2")]
public sealed class OutcomeTests
{
    private readonly EngineHost host = new();

    private static JsonObject Flat(string source, string target, string? port = null) => new()
    {
        ["source"] = source,
        ["target"] = target,
        ["sourcePort"] = port,
        ["targetPort"] = "In",
    };

    [Fact]
    public async Task An_implicit_completion_matches_connections_without_a_port()
    {
        await host.With(Flow.Chart().Add("a", "Step").Add("b", "Step").Connect(Flat("a", "b"))).Start();

        Assert.Equal("a b", host.Order());
    }

    [Trait("Checked", "4.2 an explicit Done does not match a connection without a port")]
    [Fact]
    public async Task An_explicit_Done_does_not_match_connections_without_a_port()
    {
        await host.With(Flow.Chart().Add("a", "Choose").Add("b", "Step").Connect(Flat("a", "b"))).Start();

        Assert.Equal("a", host.Order());
    }

    [Fact]
    public async Task Outcomes_are_compared_with_case()
    {
        await host.With(Flow.Chart("a -done-> b", "a -Done-> c")).Start();

        Assert.Equal("a c", host.Order());
    }

    [Fact]
    public async Task Several_outcomes_at_once_are_all_followed()
    {
        await host.With(Flow.Chart("fork -x-> a", "fork -y-> b", "fork -z-> c")
            .Add("fork", "Elsa.FlowFork", new { branches = new[] { "x", "z" } })).Start();

        Assert.Equal("fork a c", host.Order());
    }

    [Fact]
    public async Task A_switch_takes_the_first_way_that_fits_and_else_the_default()
    {
        Flow Chart(string mode, string second) => Flow.Chart("s -low-> a", "s -high-> b", "s -Default-> c").Variable("Score", "Int32", "90")
            .Add("s", "Elsa.FlowSwitch", new
            {
                mode,
                cases = new[]
                {
                    new { label = "low", condition = new { type = "JavaScript", value = "variables.Score > 50" } },
                    new { label = "high", condition = new { type = "JavaScript", value = second } },
                },
            });

        await host.With(Chart("MatchFirst", "true")).Start();
        Assert.Equal("s a", host.Order());

        var any = new EngineHost();
        await any.With(Chart("MatchAny", "variables.Score > 80")).Start();
        Assert.Equal("s a b", any.Order());
    }

    [Fact]
    public async Task A_switch_without_a_fitting_way_takes_the_default()
    {
        await host.With(Flow.Chart("s -low-> a", "s -Default-> c").Add("s", "Elsa.FlowSwitch", new
        {
            cases = new[] { new { label = "low", condition = new { type = "Literal", value = "false" } } },
        })).Start();

        Assert.Equal("s c", host.Order());
    }
}

[Trait("Semantics", "4.1")]
public sealed class StartNodeTests
{
    private readonly EngineHost host = new();

    [Fact]
    public async Task An_explicit_start_comes_first()
    {
        var flow = Flow.Chart("start -> a", "b -> c");
        var json = JsonNode.Parse(flow.ToJson())!;
        json["root"]!["start"] = "b";
        host.Store.Publish("flow", json.ToJsonString());

        await host.Start();

        Assert.Equal("b c", host.Order());
    }

    [Fact]
    public async Task Then_an_activity_of_type_start()
    {
        await host.With(Flow.Chart("a -> b", "start -> c").Add("a", "Step", custom: new { canStartWorkflow = true })).Start();

        Assert.Equal("start c", host.Order());
    }

    [Fact]
    public async Task Then_one_that_can_start_the_workflow()
    {
        await host.With(Flow.Chart("a -> b", "c -> d").Add("c", "Step", custom: new { CanStartWorkflow = true })).Start();

        Assert.Equal("c d", host.Order());
    }

    [Fact]
    public async Task Then_the_first_that_nothing_leads_to()
    {
        await host.With(Flow.Chart("b -> a", "a -> c")).Start();

        Assert.Equal("b a c", host.Order());
    }

    [Fact]
    public async Task Then_simply_the_first()
    {
        host.Options = host.Options with { MaxStepsPerBurst = 5 };
        await host.With(Flow.Chart("review -Approve-> b", "b -> review")).Start();

        Assert.Equal("review", host.Order());
    }
}
