using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests.Semantics;

[Trait("Semantics", "1.2")]
public sealed class ActivityDocumentTests
{
    private const string Example = """
        {
          "id": "review1",
          "nodeId": "Workflow1:Flowchart1:review1",
          "name": "Review",
          "type": "Elsa.RunTask",
          "version": 1,
          "customProperties": { "canStartWorkflow": false, "runAsynchronously": false, "mergeMode": "Stream" },
          "metadata": { "displayText": "Review", "designer": { "position": { "x": 10, "y": 20 } } },
          "taskName": { "typeName": "String", "expression": { "type": "Literal", "value": "Review" } }
        }
        """;

    private readonly EngineHost host = new();

    private static string Document(string root) => $$"""{"definitionId":"flow","root":{{root}}}""";

    [Fact]
    public async Task The_example_runs_and_survives_a_round_trip()
    {
        host.Store.Publish("flow", Document(Example));

        await host.Start();

        Assert.Equal("Review", host.Store.StoredBookmarks.Single().Payload!["TaskName"]!.GetValue<string>());
        var written = JsonNode.Parse(WorkflowDocument.Parse(Document(Example)).ToJson())!["root"];
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Example), written));
    }

    [Fact]
    public void A_missing_type_is_a_read_error() =>
        Assert.Equal(
            "activity.no-type", Assert.Throws<DocumentException>(() => WorkflowDocument.Parse(Document("""{"id":"x"}"""))).Error.Code);

    [Theory]
    [InlineData(99)]
    [InlineData(null)]
    public async Task An_unknown_version_or_none_is_silently_the_latest(int? version)
    {
        await host.With(Flow.Chart().Add("a", "Step", new { version })).Start();

        Assert.Equal("a", host.Order());
    }

    [Trait("Checked", "1.2 executing an unknown type faults")]
    [Fact]
    public async Task Checked_executing_an_unknown_type_faults()
    {
        await host.With(Flow.Chart("a -> x").Add("x", "Acme.Unknown")).Start();

        Assert.Equal(WorkflowSubStatus.Faulted, host.Instance().SubStatus);
        Assert.Equal("No activity type 'Acme.Unknown' is known.", host.Instance().Incidents.Single().Message);
    }

    [Trait("Deviate", "1.2 unknown types are refused on publish")]
    [Fact]
    public void Deviate_a_document_with_unknown_types_is_refused_before_it_is_published() =>
        Assert.Contains(
            Flow.Chart("a -> x").Add("x", "Acme.Unknown").Validate(),
            error => error is { Code: "activity.unknown-type", Severity: DocumentErrorSeverity.Error });

    [Fact]
    public void The_path_of_ids_is_computed_and_the_stored_one_is_never_trusted()
    {
        var document = WorkflowDocument.Parse(Document(
            """{"id":"f","nodeId":"wrong","type":"Elsa.Flowchart","activities":[{"id":"a","nodeId":"wrong","type":"Test.Step"},{"type":"Test.Step"}]}"""));

        Assert.Equal(["Workflow1:f", "Workflow1:f:a", "Workflow1:f:f.2"], document.Nodes.Select(node => node.NodeId));
    }

    [Theory]
    [InlineData("""{"_type":"List","items":[{"id":"a","type":"Test.Step"}]}""")]
    [InlineData("""{"_type":"List","values":[{"id":"a","type":"Test.Step"}]}""")]
    [InlineData("""{"$values":[{"id":"a","type":"Test.Step"}]}""")]
    public void Wrappers_of_old_files_are_unwrapped(string activities) =>
        Assert.Equal(
            ["r", "a"],
            WorkflowDocument.Parse(Document($$"""{"id":"r","type":"Elsa.Sequence","activities":{{activities}}}""")).Nodes.Select(node => node.Id));

    [Theory]
    [InlineData("""{"id":"a","type":"Test.Step","canStartWorkflow":true}""")]
    [InlineData("""{"id":"a","type":"Test.Step","customProperties":{"canStartWorkflow":true}}""")]
    [InlineData("""{"id":"a","type":"Test.Step","customProperties":{"CanStartWorkflow":true}}""")]
    public void The_flags_are_read_from_all_their_places(string root) =>
        Assert.True(WorkflowDocument.Parse(Document(root)).Root.CanStartWorkflow);
}

[Trait("Semantics", "1.4")]
public sealed class TypeNameTests
{
    [Theory]
    [InlineData("String", typeof(string))]
    [InlineData("int32", typeof(int))]
    [InlineData("System.Decimal, System.Private.CoreLib", typeof(decimal))]
    [InlineData("Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core", typeof(Activities.FlowJoinMode))]
    [InlineData("JSON", typeof(object))]
    [InlineData("String[]", typeof(List<string>))]
    [InlineData("ICollection<String>", typeof(List<string>))]
    [InlineData("ObjectMap", typeof(Dictionary<string, object>))]
    [InlineData("Acme.Thing", null)]
    public void Names_stand_for_types(string name, Type? type) => Assert.Equal(type, TypeNames.Resolve(name));

    [Fact]
    public async Task A_type_that_cannot_be_found_reads_as_Object_on_an_input()
    {
        var host = new EngineHost();
        await host.With(Flow.Chart().Add("a", "Echo", new { value = Flow.Input("Literal", "x", "Acme.Thing"), result = Flow.To("Out") })
            .WithOutput("Out")).Start();

        Assert.Equal("x", host.Instance().Output["Out"]!.GetValue<string>());
    }

    [Trait("Deviate", "1.4 a variable of unknown type is an error")]
    [Fact]
    public void Deviate_a_variable_of_unknown_type_is_an_error_rather_than_dropped() =>
        Assert.Contains(
            Flow.Chart("a -> b").Variable("X", "Acme.Thing").Validate(),
            error => error is { Code: "variable.unknown-type", Severity: DocumentErrorSeverity.Error });
}

[Trait("Semantics", "1.5")]
public sealed class ConnectionTests
{
    private readonly EngineHost host = new();

    private static JsonObject Flat(string source, string target) =>
        new() { ["source"] = source, ["target"] = target, ["sourcePort"] = "Done", ["targetPort"] = "In" };

    [Fact]
    public async Task The_obsolete_flat_form_is_read_like_the_current_one()
    {
        await host.With(Flow.Chart("a -> b").Add("c", "Step").Connect(Flat("b", "c"))).Start();

        Assert.Equal("a b c", host.Order());
    }

    [Fact]
    public async Task Connections_to_activities_that_are_missing_are_dropped()
    {
        await host.With(Flow.Chart("a -> b").Connect(Flat("a", "ghost")).Connect(Flat("ghost", "b"))).Start();

        Assert.Equal("a b", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task The_port_at_the_target_has_no_effect()
    {
        var connection = Flat("a", "b");
        connection["targetPort"] = "Anything";

        await host.With(Flow.Chart().Add("a", "Step").Add("b", "Step").Connect(connection)).Start();

        Assert.Equal("a b", host.Order());
    }
}
