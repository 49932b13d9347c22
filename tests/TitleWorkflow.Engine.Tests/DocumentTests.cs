using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests;

[Trait("Semantics", "1")]
public sealed class DocumentTests
{
    private static string Sample
    {
        get
        {
            using var reader = new StreamReader(typeof(DocumentTests).Assembly.GetManifestResourceStream("sample-definition.json")!);

            return reader.ReadToEnd();
        }
    }

    [Fact]
    public void A_whole_document_survives_a_round_trip()
    {
        var document = WorkflowDocument.Parse(Sample);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Sample), JsonNode.Parse(document.ToJson())));
    }

    [Trait("Deviate", "1.1 unknown properties are kept on a round trip")]
    [Fact]
    public void Unknown_members_survive_a_round_trip()
    {
        var json = """{"id":"x","mystery":{"a":[1]},"root":{"id":"r","type":"Elsa.Sequence","metadata":{"designer":{"glow":true}},"secretSauce":1}}""";

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(WorkflowDocument.Parse(json).ToJson())));
    }

    [Fact]
    public void Members_whose_names_differ_in_case_alone_survive_a_round_trip()
    {
        var json = """{"id":"x","root":{"id":"r","type":"Elsa.Sequence","metadata":{"weights":{"a":1,"A":2}}}}""";

        Assert.Equal(json, WorkflowDocument.Parse(json).ToJson());
        Assert.Throws<DocumentException>(() => WorkflowDocument.Parse("""{"id":"x","note":{"a":1,"a":2}}"""));
    }

    [Fact]
    public void The_drawing_can_be_enumerated()
    {
        var document = WorkflowDocument.Parse(Sample);

        Assert.Equal(
            ["flowchart1", "submit1", "check1", "expert1", "vote1", "notice1", "endReject", "endOk"],
            document.Nodes.Select(node => node.Id));
        var check = document.Nodes.ElementAt(2);
        Assert.Equal(("形式审查", "Workflow1:flowchart1:check1", new Point(320, 0)), (check.DisplayText, check.NodeId, check.Position));
        var back = document.Root.Connections[2];
        Assert.Equal(("check1", "Return", "submit1"), (back.Source, back.SourcePort, back.Target));
        Assert.Equal([new Point(420, 140), new Point(100, 140)], back.Vertices);
    }

    [Fact]
    public void The_save_request_is_unwrapped_and_names_ignore_case()
    {
        var document = WorkflowDocument.Parse("""{"model":{"DefinitionId":"d","Root":{"Id":"r","TYPE":"Elsa.Sequence"}},"publish":true}""");

        Assert.Equal(("d", "r"), (document.DefinitionId, document.Root.Id));
    }

    [Fact]
    public void A_missing_root_is_an_empty_sequence() =>
        Assert.Equal("Elsa.Sequence", WorkflowDocument.Parse("{}").Root.Type);

    [Fact]
    public void An_activity_without_a_type_cannot_be_read()
    {
        var exception = Assert.Throws<DocumentException>(() => WorkflowDocument.Parse("""{"root":{"id":"r"}}"""));

        Assert.Equal(("activity.no-type", "$.root"), (exception.Error.Code, exception.Error.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    public void What_is_no_JSON_object_is_refused(string json) =>
        Assert.Throws<DocumentException>(() => WorkflowDocument.Parse(json));

    [Fact]
    public void Old_wrappers_are_unwrapped()
    {
        var document = WorkflowDocument.Parse("""
            {"variables":{"_type":"List","items":[{"id":"v","name":"V","typeName":"Int32"}]},
             "root":{"id":"r","type":"Elsa.Sequence","activities":{"$values":[{"id":"a","type":"Test.Step"}]}}}
            """);

        Assert.Equal("v", document.Variables.Single().Id);
        Assert.Equal("a", document.Root.Children.Single().Id);
    }

    [Fact]
    public void Both_forms_of_connections_are_read()
    {
        var document = Flow.Chart("a -> b").Connect(new JsonObject
        {
            ["source"] = "b",
            ["target"] = "a",
            ["sourcePort"] = "Done",
            ["targetPort"] = "In",
        }).ToDocument();

        Assert.Equal([("a", "Done", "b"), ("b", "Done", "a")], document.Root.Connections.Select(line => (line.Source, line.SourcePort!, line.Target)));
    }

    [Fact]
    public void Flags_are_read_from_custom_properties_in_either_case_and_from_the_activity()
    {
        var document = Flow.Chart()
            .Add("a", "Step", custom: new { canStartWorkflow = true })
            .Add("b", "Step", custom: new { CanStartWorkflow = true })
            .Add("c", "Step", new { canStartWorkflow = true })
            .Add("d", "Step").ToDocument();

        Assert.Equal([true, true, true, false], document.Root.Children.Select(node => node.CanStartWorkflow));
    }

    [Fact]
    public void Strategy_types_are_read_by_their_last_name()
    {
        var options = Flow.Chart()
            .Option("incidentStrategyType", "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core")
            .Option("activationStrategyType", "Elsa.Workflows.ActivationValidators.SingletonStrategy, Elsa").ToDocument().Options;

        Assert.Equal((IncidentStrategy.ContinueWithIncidents, ActivationStrategy.Singleton), (options.IncidentStrategy, options.Activation));
    }

    [Fact]
    public void The_content_hash_ignores_identity_and_order_but_not_content()
    {
        var one = WorkflowDocument.Parse("""{"id":"1","version":1,"isLatest":true,"name":"n","root":{"id":"r","type":"Elsa.Sequence"}}""");
        var same = WorkflowDocument.Parse("""{"root":{"type":"Elsa.Sequence","id":"r"},"name":"n","version":9,"isPublished":true,"createdAt":"2026-01-01","id":"2"}""");
        var other = WorkflowDocument.Parse("""{"id":"1","name":"m","root":{"id":"r","type":"Elsa.Sequence"}}""");

        Assert.Equal(one.ContentHash(), same.ContentHash());
        Assert.NotEqual(one.ContentHash(), other.ContentHash());
        Assert.Matches("^[0-9A-F]{64}$", one.ContentHash());
    }

    [Fact]
    public async Task An_unknown_type_faults_when_a_run_reaches_it()
    {
        var host = new EngineHost();
        await host.With(Flow.Chart("a -> x").Add("x", "Acme.Unknown")).Start();

        Assert.Contains("'Acme.Unknown'", host.Instance().Incidents.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_placeholder_is_restored_once_its_type_is_known()
    {
        var host = new EngineHost();
        await host.With(Flow.Chart("a -> x", "x -> b").Add("x", "Elsa.NotFoundActivity", new
        {
            originalActivityJson = """{"id":"x","type":"Test.Echo","value":5}""",
        })).Start();

        Assert.Equal("a x b", host.Order());
        Assert.Equal("5", host.Instance().ActivityOutputs["Workflow1:chart:x"]["Result"]!.ToJsonString());
    }

    [Fact]
    public async Task An_unknown_version_of_a_type_is_silently_the_latest()
    {
        var host = new EngineHost();
        await host.With(Flow.Chart().Add("a", "Step", new { version = 99 })).Start();

        Assert.Equal("a", host.Order());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{ "model": { "_type": "x", "items": 3 } }""")]
    [InlineData("""{ "$values": [1] }""")]
    public void What_is_no_object_once_unwrapped_is_no_definition(string json) =>
        Assert.Equal("document.not-an-object", Assert.Throws<DocumentException>(() => WorkflowDocument.Parse(json)).Error.Code);
}
