using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests.Semantics;

[Trait("Semantics", "1.1")]
public sealed class DefinitionDocumentTests
{
    [Fact]
    public void Members_are_read_ignoring_case_and_unknown_ones_are_kept()
    {
        var json = """{"$schema":"s","DefinitionId":"d","NAME":"n","mystery":{"a":[1]},"root":{"Id":"r","Type":"Elsa.Sequence","glow":1}}""";
        var document = WorkflowDocument.Parse(json);

        Assert.Equal(("d", "n", "r"), (document.DefinitionId, document.Name, document.Root.Id));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(document.ToJson())));
    }

    [Fact]
    public void A_save_request_wraps_the_definition()
    {
        var document = WorkflowDocument.Parse("""{"model":{"definitionId":"d","root":{"id":"r","type":"Elsa.Flowchart"}},"publish":true}""");

        Assert.Equal(("d", "Elsa.Flowchart"), (document.DefinitionId, document.Root.Type));
    }

    [Fact]
    public async Task The_default_of_a_variable_is_a_text_that_becomes_its_type()
    {
        var host = new EngineHost();
        await host.With(Flow.Chart("a -> b").Variable("Amount", "Decimal", "12.50").Variable("On", "Boolean", "true")).Start();

        Assert.Equal(
            ("12.50", "true"),
            (host.Instance().Variables()["Amount"]!.ToJsonString(), host.Instance().Variables()["On"]!.ToJsonString()));
    }

    [Fact]
    public void Inputs_say_type_where_variables_say_typeName()
    {
        var document = WorkflowDocument.Parse("""{"inputs":[{"type":"Int32","name":"Year"}],"variables":[{"typeName":"Guid","name":"V"}]}""");

        Assert.Equal(("Int32", "Guid"), (document.Inputs[0].TypeName, document.Variables[0].TypeName));
    }

    [Fact]
    public void Strategies_are_read_by_the_last_part_of_their_type_name()
    {
        var options = WorkflowDocument.Parse("""
            {"options":{"activationStrategyType":"Elsa.Workflows.ActivationValidators.CorrelationStrategy, Elsa.Workflows.Core",
              "incidentStrategyType":"Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core","commitStrategyName":"Periodic"}}
            """).Options;

        Assert.Equal(
            (ActivationStrategy.Correlation, IncidentStrategy.Fault, "Periodic"),
            (options.Activation, options.IncidentStrategy!.Value, options.CommitStrategyName));
    }

    [Theory]
    [InlineData("""{"usableAsActivity":true}""")]
    [InlineData("""{"options":{"usableAsActivity":true}}""")]
    public void The_obsolete_place_of_usableAsActivity_is_read_too(string json) =>
        Assert.True(WorkflowDocument.Parse(json).Options.UsableAsActivity);

    [Fact]
    public async Task A_root_that_is_null_is_an_empty_sequence()
    {
        var host = new EngineHost();
        host.Store.Publish("flow", """{"definitionId":"flow","root":null}""");

        Assert.Equal(State.WorkflowSubStatus.Finished, (await host.Start()).SubStatus);
        Assert.Equal(
            ["Workflow1 Started", "root Started", "root Completed", "Workflow1 Completed"], host.Trace(containers: true));
    }
}
