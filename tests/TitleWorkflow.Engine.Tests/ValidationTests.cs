using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests;

[Trait("Semantics", "1")]
public sealed class ValidationTests
{
    private static void Reports(Flow flow, string code, string path, DocumentErrorSeverity severity = DocumentErrorSeverity.Error)
    {
        var errors = flow.Validate();

        Assert.Contains((code, path, severity), errors.Select(error => (error.Code, error.Path, error.Severity)));
    }

    [Fact]
    public void A_sound_document_has_no_errors()
    {
        var flow = Flow.Chart("start -> review", "review -Approve-> end", "review -Reject-> rework", "rework -> review")
            .Variable("Who", "String").WithInput("Dossier")
            .Add("review", "Review", new { assignee = Flow.Script("getWho()"), comment = Flow.To("Who") });

        Assert.Empty(flow.Validate());
    }

    [Fact]
    public void Unknown_types_are_refused_before_they_are_published() =>
        Reports(Flow.Chart("a -> x").Add("x", "Acme.Unknown"), "activity.unknown-type", "$.root.activities[1].type");

    [Fact]
    public void Ids_are_unique_in_the_whole_document() =>
        Reports(
            Flow.Chart("a -> if").Add("if", "Elsa.If", new { then = Flow.Activity("a", "Step") }),
            "activity.duplicate-id",
            "$.root.activities[1].then.id");

    [Fact]
    public void Newer_syntax_is_refused_with_line_and_column()
    {
        var error = Flow.Chart().Add("a", "Echo", new { value = Flow.Script("var x = 1;\nlet y = 2;") }).Validate().Single();

        Assert.Equal(("expression.script", "$.root.activities[0].value"), (error.Code, error.Path));
        Assert.StartsWith("Line 2, column 1:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_of_activities_and_of_switch_cases_are_checked_too()
    {
        Reports(
            Flow.Chart().Add("a", "Elsa.RunJavaScript", new { script = Flow.Input("Literal", "let x", "String") }),
            "expression.script", "$.root.activities[0].script");
        Reports(
            Flow.Chart().Add("a", "Elsa.FlowSwitch", new
            {
                cases = new[] { new { label = "x", condition = new { type = "JavaScript", value = "=>" } } },
            }),
            "expression.script", "$.root.activities[0].cases[0].condition");
    }

    [Theory]
    [InlineData("Liquid")]
    [InlineData("CSharp")]
    [InlineData("Python")]
    public void Kinds_that_cannot_run_here_are_kept_but_refused(string kind) =>
        Reports(
            Flow.Chart().Add("a", "Echo", new { value = Flow.Input(kind, "x") }),
            "expression.unsupported-kind", "$.root.activities[0].value");

    [Fact]
    public void Literals_that_do_not_fit_their_input_are_refused() =>
        Reports(
            Flow.Chart().Add("a", "Typed", new { number = Flow.Input("Literal", "many", "Int32") }),
            "input.wrong-type", "$.root.activities[0].number");

    [Fact]
    public void Unknown_variables_inputs_and_output_targets_are_refused()
    {
        Reports(
            Flow.Chart().Add("a", "Echo", new { value = Flow.Input("Variable", new { id = "nope", name = "nope" }) }),
            "variable.unknown", "$.root.activities[0].value");
        Reports(
            Flow.Chart().Add("a", "Elsa.SetVariable", new { variable = new { id = "nope" } }),
            "variable.unknown", "$.root.activities[0].variable");
        Reports(
            Flow.Chart().Add("a", "Echo", new { value = Flow.Input("Input", new { name = "nope" }) }),
            "input.unknown", "$.root.activities[0].value");
        Reports(
            Flow.Chart().Add("a", "Echo", new { result = Flow.To("nope") }),
            "output.unknown-target", "$.root.activities[0].result");
    }

    [Fact]
    public void Variables_of_unknown_type_are_refused_rather_than_dropped()
    {
        Reports(Flow.Chart("a -> b").Variable("X", "Acme.Thing"), "variable.unknown-type", "$.variables[0].typeName");
        Reports(Flow.Chart("a -> b").Variable("X", "Int32", "many"), "variable.bad-default", "$.variables[0].value");
        Reports(Flow.Chart("a -> b").Variable("X").Variable("X"), "variable.duplicate-id", "$.variables[1].id");
    }

    [Fact]
    public void Connections_leave_only_from_declared_outcomes() =>
        Reports(Flow.Chart("review -Maybe-> a"), "connection.undeclared-outcome", "$.root.connections[0].source.port");

    [Fact]
    public void Outcomes_an_activity_declares_itself_count_as_declared()
    {
        Assert.Empty(Flow.Chart("review -Ja-> a", "review -Nein-> b")
            .Add("review", "Review", new { outcomes = Flow.Input("Object", "[\"Ja\",\"Nein\"]") }).Validate());
        Reports(
            Flow.Chart("review -Approve-> a").Add("review", "Review", new { outcomes = "Ja\nNein" }),
            "connection.undeclared-outcome", "$.root.connections[0].source.port");
    }

    [Trait("Deviate", "4.2 such an outcome is a warning on publish")]
    [Fact]
    public void An_outcome_nobody_is_connected_to_is_a_warning() =>
        Reports(Flow.Chart("review -Approve-> a"), "outcome.unconnected", "$.root.activities[0]", DocumentErrorSeverity.Warning);

    [Fact]
    public void Dangling_connections_and_unreachable_activities_are_warnings()
    {
        Reports(
            Flow.Chart("a -> b").Connect(new JsonObject { ["source"] = "a", ["target"] = "ghost" }),
            "connection.dangling", "$.root.connections[1]", DocumentErrorSeverity.Warning);
        Reports(Flow.Chart("start -> a", "b -> c"), "activity.unreachable", "$.root.activities[2]", DocumentErrorSeverity.Warning);
    }

    [Fact]
    public void Leading_back_past_a_place_that_not_every_path_passes_is_refused() =>
        Reports(
            Flow.Chart("start -> d", "d -True-> b", "d -False-> c", "b -> c", "c -> b").Add("d", "Elsa.FlowDecision"),
            "connection.invalid-backward", "$.root.connections[4]");

    [Trait("Deviate", "4.3 a backward connection that leaves a parallel region is flagged")]
    [Fact]
    public void Leading_back_out_of_a_parallel_region_is_a_warning() =>
        Reports(
            Flow.Chart("s -> review1", "s -> review2", "review1 -Approve-> join", "review2 -Approve-> join", "review1 -Reject-> fix", "fix -> s"),
            "connection.leaves-parallel-region", "$.root.connections[5]", DocumentErrorSeverity.Warning);

    [Fact]
    public void Joining_first_and_then_leading_back_is_the_pattern_to_use()
    {
        var errors = Flow.Chart(
                "s -> review1", "s -> review2", "review1 -Approve-> join", "review1 -Reject-> join", "review2 -Approve-> join",
                "review2 -Reject-> join", "join -> d", "d -True-> end", "d -False-> s")
            .Add("join", "Elsa.FlowJoin", new { mode = "WaitAllActive" })
            .Add("d", "Elsa.FlowDecision").Validate();

        Assert.Empty(errors);
    }

    [Fact]
    public void A_loop_inside_one_branch_leaves_no_region() =>
        Assert.DoesNotContain(
            Flow.Chart("s -> review1", "s -> b", "review1 -Approve-> join", "review1 -Reject-> fix", "fix -> review1", "b -> join").Validate(),
            error => error.Code == "connection.leaves-parallel-region");
}
