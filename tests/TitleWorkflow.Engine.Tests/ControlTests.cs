using System.Text.Json.Nodes;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests;

[Trait("Semantics", "5")]
public sealed class ControlTests
{
    private readonly EngineHost host = new();

    private static JsonObject Do(string id) => Flow.Activity(id, "Step");

    private static JsonObject Log(string id, string script) =>
        Flow.Activity(id, "Elsa.WriteLine", new { text = Flow.Input("JavaScript", script, "String") });

    private static JsonObject Break(string when) => Flow.Activity("if", "Elsa.If", new
    {
        condition = Flow.Input("JavaScript", when, "Boolean"),
        then = Flow.Activity("break", "Elsa.Break"),
    });

    private string[] Lines => host.Console.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [Fact]
    public async Task A_sequence_runs_in_order_also_across_waits()
    {
        host.With(Flow.Of(Flow.Sequence("s", Do("a"), Flow.Activity("review", "Review"), Do("b"))));

        await host.Start();
        Assert.Equal("a review", host.Order());
        await host.Answer("review");

        Assert.Equal("a review b", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Theory]
    [InlineData(true, "if yes")]
    [InlineData(false, "if no")]
    public async Task An_if_runs_one_of_its_branches(bool condition, string order)
    {
        await host.With(Flow.Chart().Add("if", "Elsa.If", new { condition, then = Do("yes"), @else = Do("no") })).Start();

        Assert.Equal(order, host.Order());
    }

    [Fact]
    public async Task Parallel_activities_all_have_to_end()
    {
        host.With(Flow.Of(Flow.Activity("p", "Elsa.Parallel", new
        {
            activities = new[] { Do("a"), Flow.Activity("review1", "Review"), Flow.Activity("review2", "Review") },
        })));

        await host.Start();
        await host.Answer("review2");
        Assert.Equal(WorkflowSubStatus.Suspended, host.Instance().SubStatus);
        await host.Answer("review1");

        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task A_fork_for_any_completes_on_the_first_and_cancels_the_others()
    {
        host.With(Flow.Of(Flow.Activity("f", "Elsa.Fork", new
        {
            joinMode = "WaitAny",
            branches = new[] { Flow.Activity("review1", "Review"), Flow.Activity("review2", "Review") },
        })));

        await host.Start();
        await host.Answer("review2");

        Assert.Equal(["review1: by the flow"], host.Tasks.Closed);
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Theory]
    [InlineData("MatchFirst", "sw a")]
    [InlineData("MatchAny", "sw a b")]
    public async Task A_switch_runs_the_cases_that_fit(string mode, string order)
    {
        JsonObject Case(string label, string script, string id) => new()
        {
            ["label"] = label,
            ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script },
            ["activity"] = Do(id),
        };

        await host.With(Flow.Chart().Add("sw", "Elsa.Switch", new
        {
            mode,
            @default = Do("d"),
            cases = new JsonArray(Case("1", "1 < 2", "a"), Case("2", "true", "b"), Case("3", "false", "c")),
        })).Start();

        Assert.Equal(order, host.Order());
    }

    [Fact]
    public async Task A_while_tries_its_condition_before_each_round()
    {
        await host.With(Flow.Chart().Variable("N", "Int32").Add("w", "Elsa.While", new
        {
            condition = Flow.Input("JavaScript", "variables.N < 3", "Boolean"),
            body = Flow.Sequence("body", Log("log", "variables.N"), Flow.Activity("inc", "Elsa.SetVariable", new
            {
                variable = new { id = "N" },
                value = Flow.Script("variables.N + 1"),
            })),
        })).Start();

        Assert.Equal(["0", "1", "2"], Lines);
    }

    [Theory]
    [InlineData(1, 3, 1, true, "1 2 3")]
    [InlineData(1, 3, 1, false, "1 2")]
    [InlineData(3, 1, -1, true, "3 2 1")]
    [InlineData(0, 5, 2, true, "0 2 4")]
    [InlineData(1, 3, 0, true, "")]
    public async Task A_for_counts(int start, int end, int step, bool outerBoundInclusive, string expected)
    {
        await host.With(Flow.Chart().Add("for", "Elsa.For", new
        {
            start,
            end,
            step,
            outerBoundInclusive,
            body = Log("log", "getCurrentValue()"),
        })).Start();

        Assert.Equal(expected, string.Join(' ', Lines));
    }

    [Trait("Checked", "5 ForEach is sequential, also across suspensions")]
    [Fact]
    public async Task A_for_each_goes_item_by_item_also_across_waits()
    {
        host.With(Flow.Chart().Add("each", "Elsa.ForEach", new
        {
            items = Flow.Input("Object", "[\"x\",\"y\"]"),
            body = Flow.Sequence("body", Flow.Activity("review", "Review"), Log("log", "getCurrentIndex() + getVariable('CurrentValue')")),
        }));

        await host.Start();
        await host.Answer("review");
        Assert.Equal(["0x"], Lines);
        await host.Answer("review");

        Assert.Equal(["0x", "1y"], Lines);
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Trait("Checked", "5 ParallelForEach keeps the values of each item across suspensions")]
    [Fact]
    public async Task A_parallel_for_each_keeps_each_items_values_across_waits()
    {
        host.With(Flow.Chart().Add("each", "Elsa.ParallelForEach", new
        {
            items = Flow.Input("Object", "[\"x\",\"y\",\"z\"]"),
            body = Flow.Sequence("body", Flow.Activity("review", "Review"), Log("log", "getCurrentIndex() + getCurrentValue()")),
        }));

        await host.Start();
        Assert.Equal(3, host.Store.StoredBookmarks.Count);

        foreach (var bookmark in host.Store.StoredBookmarks.Reverse().ToList())
        {
            await host.Engine.ResumeAsync(new ResumeWorkflow { BookmarkId = bookmark.Id, By = "ben" }, CancellationToken.None);
        }

        Assert.Equal(["2z", "1y", "0x"], Lines);
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task A_faulting_item_does_not_stop_the_others_but_prevents_completion()
    {
        await host.With(Flow.Chart().ContinuingWithIncidents().Add("each", "Elsa.ParallelForEach", new
        {
            items = Flow.Input("Object", "[1,2,3]"),
            body = Log("log", "if (getCurrentValue() == 2) { throw 'no'; } getCurrentValue()"),
        })).Start();

        Assert.Equal(["1", "3"], Lines);
        Assert.Equal(WorkflowSubStatus.Suspended, host.Instance().SubStatus);
    }

    [Theory]
    [InlineData("Elsa.ForEach")]
    [InlineData("Elsa.ParallelForEach")]
    public async Task A_break_ends_the_nearest_loop_through_sequences(string loop)
    {
        await host.With(Flow.Chart("each -> after").Add("each", loop, new
        {
            items = Flow.Input("Object", "[1,2,3]"),
            body = Flow.Sequence("outer", Log("log", "getCurrentValue()"), Flow.Sequence("inner", Break("getCurrentValue() == 2"), Do("x")), Do("y")),
        })).Start();

        Assert.EndsWith(" after", host.Order(), StringComparison.Ordinal);
        Assert.Equal(loop == "Elsa.ForEach" ? ["1", "2"] : ["1", "2", "3"], Lines);
        Assert.Equal(loop == "Elsa.ForEach" ? 1 : 0, host.Order().Split(' ').Count(id => id == "y"));
    }

    [Fact]
    public async Task A_break_inside_a_flowchart_ends_it_and_the_loop()
    {
        var body = Flow.Chart("a -> if", "if -> never").Add(Break("true")).Chart("inner");

        await host.With(Flow.Chart("w -> after").Add("w", "Elsa.While", new { condition = true, body })).Start();

        Assert.Equal("w inner a if break after", host.Order());
    }

    [Fact]
    public async Task A_complete_ends_the_workflow_with_its_containers()
    {
        await host.With(Flow.Of(Flow.Sequence("outer", Flow.Sequence("inner", Flow.Activity("c", "Elsa.Complete"), Do("never")), Do("neither")))).Start();

        Assert.Equal("inner c", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task Name_correlation_and_console_are_set()
    {
        await host.With(Flow.Chart("n -> c", "c -> w").Add("n", "Elsa.SetName", new { value = "Li's dossier" })
            .Add("c", "Elsa.Correlate", new { correlationId = "D-1" }).Add("w", "Elsa.WriteLine", new { text = "hello" })).Start();

        Assert.Equal(("Li's dossier", "D-1"), (host.Instance().Name, host.Instance().CorrelationId));
        Assert.Equal(["hello"], Lines);
    }

    [Theory]
    [InlineData("Literal")]
    [InlineData("JavaScript")]
    public async Task A_script_chooses_its_outcomes_and_produces_a_result(string kind)
    {
        await host.With(Flow.Chart("js -Yes-> a", "js -No-> b").Variable("R").Add("js", "Elsa.RunJavaScript", new
        {
            script = Flow.Input(kind, "setOutcome('Yes'); 6 * 7", "String"),
            possibleOutcomes = Flow.Input("Object", "[\"Yes\",\"No\"]"),
            result = Flow.To("R"),
        })).Start();

        Assert.Equal("js a", host.Order());
        Assert.Equal("42", host.Instance().Variables()["R"]!.ToJsonString());
    }
}

[Trait("Semantics", "5")]
public sealed class ClockTests
{
    private readonly EngineHost host = new();

    [Theory]
    [InlineData("Elsa.Delay", "timeSpan", "01:30:00", "2026-11-02T10:30:00+00:00")]
    [InlineData("Elsa.Timer", "interval", "00:10:00", "2026-11-02T09:10:00+00:00")]
    [InlineData("Elsa.StartAt", "dateTime", "2026-11-05T08:00:00+08:00", "2026-11-05T00:00:00+00:00")]
    [InlineData("Elsa.Cron", "cronExpression", "0 30 8 ? * MON-FRI", "2026-11-03T08:30:00+00:00")]
    public async Task A_wait_with_a_clock_carries_its_moment(string type, string input, string value, string due)
    {
        host.With(Flow.Chart("wait -> after").Add("wait", type, new JsonObject { [input] = value }));

        await host.Start();
        var bookmark = host.Store.StoredBookmarks.Single();
        Assert.Equal(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), bookmark.DueAt);

        await host.Engine.ResumeAsync(new ResumeWorkflow { BookmarkId = bookmark.Id, By = "clock" }, CancellationToken.None);
        Assert.Equal("wait after", host.Order());
    }

    [Fact]
    public async Task A_moment_that_has_passed_does_not_wait()
    {
        await host.With(Flow.Chart("wait -> after").Add("wait", "Elsa.StartAt", new { dateTime = "2026-11-01T08:00:00+00:00" })).Start();

        Assert.Equal("wait after", host.Order());
    }

    [Theory]
    [InlineData("*/15 * * * *", "2026-11-02T09:07:00Z", "2026-11-02T09:15:00Z")]
    [InlineData("0 0 1 1 *", "2026-11-02T09:07:00Z", "2027-01-01T00:00:00Z")]
    [InlineData("0 12 13 * FRI", "2026-11-02T09:07:00Z", "2026-11-13T12:00:00Z")]
    [InlineData("0 0 29 2 *", "2026-11-02T09:07:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("5,10-12 8 * NOV 7", "2026-11-02T09:07:00Z", "2026-11-08T08:05:00Z")]
    [InlineData("*/20 0 9 * * *", "2026-11-02T09:00:20Z", "2026-11-02T09:00:40Z")]
    public void Cron_names_the_next_moment(string expression, string after, string next)
    {
        static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(At(next), Activities.CronSchedule.Parse(expression).Next(At(after), TimeZoneInfo.Utc));
    }

    [Theory]
    [InlineData("* * *")]
    [InlineData("60 * * * *")]
    [InlineData("* * X * *")]
    [InlineData("* * LX * *")]
    [InlineData("* * * * MON#6")]
    [InlineData("*/0 * * * *")]
    public void Cron_refuses_what_it_does_not_know(string expression) =>
        Assert.Throws<FormatException>(() => Activities.CronSchedule.Parse(expression));

    [Fact]
    public void Cron_knows_when_there_is_no_next_moment() =>
        Assert.Null(Activities.CronSchedule.Parse("0 0 31 2 *").Next(host.Clock.Now, TimeZoneInfo.Utc));
}
