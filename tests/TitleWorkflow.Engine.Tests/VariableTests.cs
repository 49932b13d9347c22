using System.Text.Json.Nodes;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests;

[Trait("Semantics", "6")]
public sealed class VariableTests
{
    private readonly EngineHost host = new();

    private static JsonObject Set(string id, string variable, object value) =>
        Flow.Activity(id, "Elsa.SetVariable", new { variable = new { id = variable, name = variable }, value });

    private static JsonObject Out(string id, string script, string name = "Out") =>
        Flow.Activity(id, "Elsa.SetOutput", new { outputName = name, outputValue = Flow.Script(script) });

    [Trait("Checked", "6 a variable without a driver is not persisted")]
    [Trait("Deviate", "6 a variable without a driver is kept with the instance")]
    [Theory]
    [InlineData(null, "42")]
    [InlineData("WorkflowInstanceStorageDriver", "42")]
    [InlineData("TitleReview.WorkflowStorage", "42")]
    [InlineData("Elsa.Workflows.WorkflowStorageDriver, Elsa.Workflows.Core", "42")]
    [InlineData("Elsa.Workflows.MemoryStorageDriver, Elsa.Workflows.Core", "1")]
    [InlineData("TitleReview.MemoryStorage", "1")]
    public async Task Only_an_explicit_memory_driver_loses_the_value_at_a_wait(string? driver, string expected)
    {
        host.With(Flow.Chart("set -> review", "review -Approve-> out").Variable("X", "Int32", "1", driver)
            .Add(Set("set", "X", 42)).Add(Out("out", "variables.X")));

        await host.Start();
        await host.Answer("review");

        Assert.Equal(expected, host.Instance().Output["Out"]!.ToJsonString());
    }

    [Fact]
    public async Task A_variable_keeps_its_declared_type()
    {
        await host.With(Flow.Chart("set -> out").Variable("X", "Decimal").Add(Set("set", "X", "12.50")).Add(Out("out", "typeof getVariable('X') + getX()"))).Start();

        Assert.Equal("number12.5", host.Instance().Output["Out"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_nearest_scope_wins_and_a_containers_variables_end_with_it()
    {
        var inner = Flow.Sequence("inner", Set("set", "v-inner", 2), Out("o1", "variables.X", "Inner"));
        inner["variables"] = new JsonArray(new JsonObject { ["id"] = "v-inner", ["name"] = "X", ["typeName"] = "Int32" });

        await host.With(Flow.Of(Flow.Sequence("outer", inner, Out("o2", "variables.X", "Outer"))).Variable("X", "Int32", "1", id: "v-outer")).Start();

        Assert.Equal(("2", "1"), (host.Instance().Output["Inner"]!.ToJsonString(), host.Instance().Output["Outer"]!.ToJsonString()));
        Assert.Equal(["v-outer"], host.Instance().Variables().Keys);
    }

    [Fact]
    public async Task Setting_a_variable_nobody_declares_faults()
    {
        await host.With(Flow.Chart().Add(Set("set", "missing", 1))).Start();

        Assert.Contains("'missing'", host.Instance().Incidents.Single().Message, StringComparison.Ordinal);
    }

    [Trait("Checked", "6 a start input without a driver is gone after a suspension")]
    [Trait("Deviate", "6 start inputs are always stored and the resume input lies on top")]
    [Fact]
    public async Task Start_inputs_survive_a_wait_and_the_resume_lies_on_top()
    {
        host.With(Flow.Chart("review -Approve-> a", "a -> b")
            .Add(Out("a", "getInput('Dossier')", "A")).Add(Out("b", "getInput('Extra')", "B")).WithInput("Dossier"));

        await host.Start(input: new { Dossier = "D-1", Extra = "from start" });
        await host.Engine.ResumeAsync(
            new ResumeWorkflow
            {
                Stimulus = new ReviewAnswered("review"),
                By = "ben",
                Input = EngineHost.Values(new { Outcome = "Approve", extra = "from resume" }),
            },
            CancellationToken.None);

        Assert.Equal([], host.Instance().Incidents.Select(incident => incident.Message));
        Assert.Equal("D-1", host.Instance().Output["A"]!.GetValue<string>());
        Assert.Equal("from resume", host.Instance().Output["B"]!.GetValue<string>());
        Assert.Equal("from start", host.Instance().Input["EXTRA"]!.GetValue<string>());
    }

    [Trait("Deviate", "6 inputs are validated at start")]
    [Fact]
    public async Task A_start_with_missing_or_wrong_inputs_is_refused()
    {
        host.With(Flow.Chart("a -> b").WithInput("Dossier", required: true).WithInput("Year", "Int32"));

        var run = await host.Start(input: new { Year = "soon" });

        Assert.Equal(StartOutcome.InvalidInput, run.Outcome);
        Assert.Equal(2, run.Refusals.Count);
        Assert.Empty(host.Store.Changes);
    }

    [Trait("Checked", "2 outputs of activities are lost at a suspension")]
    [Trait("Deviate", "2 outputs of completed activities persist")]
    [Fact]
    public async Task Outputs_of_completed_activities_can_be_read_after_a_wait()
    {
        host.With(Flow.Chart("echo -> review", "review -Approve-> out").Add("echo", "Echo", new { name = "Echo1", value = 5 })
            .Add(Out("out", "getOutputFrom('echo') + getOutputFrom('Echo1', 'Result') + getResultFromEcho1() + ' ' + getOutputFrom('review', 'Comment')")));

        await host.Start();
        await host.Answer("review", comment: "fine");

        Assert.Equal("15 fine", host.Instance().Output["Out"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_output_binding_writes_the_variable_or_the_workflow_output_of_that_id()
    {
        host.With(Flow.Chart("e1 -> e2", "e2 -> e3").Variable("X", "Int32", id: "v-x").WithOutput("Answer")
            .Add("e1", "Echo", new { value = 7, result = Flow.To("v-x") })
            .Add("e2", "Echo", new { value = Flow.Input("Variable", "{\"id\":\"v-x\",\"name\":\"X\"}"), result = Flow.To("Answer") })
            .Add("e3", "Echo", new { value = Flow.Input("Input", new { name = "dossier" }), result = Flow.To("Third") }).WithOutput("Third"));

        await host.Start(input: new { Dossier = "D-9" });

        Assert.Equal(("7", "\"D-9\""), (host.Instance().Output["Answer"]!.ToJsonString(), host.Instance().Output["Third"]!.ToJsonString()));
    }

    [Fact]
    public async Task Inputs_are_evaluated_again_before_a_resume()
    {
        host.With(Flow.Chart("s -> review", "s -> set", "review -Approve-> out").Variable("Who", "String", "anna")
            .Add("review", "Review", new { assignee = Flow.Script("getWho()"), comment = Flow.To("Who") })
            .Add(Set("set", "Who", "ben"))
            .Add(Out("out", "getWho()")));

        await host.Start();
        Assert.Equal(["review for anna"], host.Tasks.Opened);
        await host.Answer("review", comment: "carla");

        Assert.Equal("carla", host.Instance().Output["Out"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_workflows_own_variables_stay_with_the_finished_instance()
    {
        await host.With(Flow.Chart().Variable("X", "Int32").Add(Set("set", "X", 3))).Start();

        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
        Assert.Equal("3", host.Instance().Variables()["X"]!.ToJsonString());
    }

    [Fact]
    public async Task Sensitive_inputs_do_not_reach_the_journal()
    {
        await host.With(Flow.Chart().Add("typed", "Typed", new { secret = "pin-1234", text = "open" })).Start();

        var payload = host.Store.Journal.Single(entry => entry is { ActivityId: "typed", EventName: "Started" }).PayloadJson!;

        Assert.Contains("open", payload, StringComparison.Ordinal);
        Assert.DoesNotContain("pin-1234", payload, StringComparison.Ordinal);
    }
}

[Trait("Semantics", "1.3")]
public sealed class InputTests
{
    [Fact]
    public async Task Literals_become_the_inputs_type_and_silence_the_default()
    {
        var host = new EngineHost();
        await host.With(Flow.Chart("a -> b")
            .Add("a", "Typed")
            .Add("b", "Typed", new
            {
                number = Flow.Input("Literal", "12", "Int32"),
                text = "bare",
                span = Flow.Input("Literal", "00:05:00", "TimeSpan"),
                mode = Flow.Input("Literal", "waitall", "FlowJoinMode"),
                list = Flow.Input("Object", "[\"x\",\"y\"]", "List<String>"),
                plain = "given",
                result = Flow.To("B"),
            }).WithOutput("B")).Start();

        string Result(string id) => host.Instance().ActivityOutputs[$"Workflow1:chart:{id}"]["Result"]!.ToJsonString();

        Assert.Equal("""{"number":5,"text":"fallback","span":"00:00:00","mode":"WaitAny","list":"","plain":"plain default"}""", Result("a"));
        Assert.Equal("""{"number":12,"text":"bare","span":"00:05:00","mode":"WaitAll","list":"x|y","plain":"given"}""", Result("b"));
    }

    [Fact]
    public async Task An_object_without_a_type_name_reads_as_not_set()
    {
        var host = new EngineHost();
        await host.With(Flow.Chart().Add("a", "Typed", new { number = new { expression = new { type = "Literal", value = 99 } } })).Start();

        Assert.Contains("\"number\":5", host.Instance().ActivityOutputs["Workflow1:chart:a"]["Result"]!.ToJsonString(), StringComparison.Ordinal);
    }
}
