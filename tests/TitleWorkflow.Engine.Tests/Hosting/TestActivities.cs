using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Tests.Hosting;

/// <summary>Completes at once.</summary>
[Activity("Test")]
public sealed class Step : CodeActivity;

/// <summary>Completes at once with outcomes its document names.</summary>
[Activity("Test")]
[FlowNode(OutcomesFrom = nameof(Outcomes))]
public sealed class Choose : Activity
{
    [Input]
    public Input<IList<string>> Outcomes { get; set; } = new(["Done"]);

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.CompleteActivityWithOutcomesAsync([.. context.Get(Outcomes)!]);
}

/// <summary>A task of a person: waits for an answer, which is its outcome.</summary>
[Activity("Test", Kind = ActivityKind.Task)]
[FlowNode("Approve", "Reject", OutcomesFrom = nameof(Outcomes), Replace = true)]
public sealed class Review : Activity
{
    [Input]
    public Input<string> Assignee { get; set; } = new("nobody");

    [Input]
    public Input<IList<string>> Outcomes { get; set; } = new([]);

    [Output]
    public Output<string>? Comment { get; set; }

    public Review() => OnSignalReceived<CancelSignal>((signal, context) =>
    {
        if (context.IsSelf)
        {
            context.Receiver.GetRequiredService<TaskList>().Closed.Add(
                $"{context.Receiver.Activity.Id}: {signal.Reason ?? "by the flow"}");
        }
    });

    protected override void Execute(ActivityExecutionContext context)
    {
        context.GetService<TaskList>()?.Opened.Add($"{Id} for {context.Get(Assignee)}");
        context.CreateBookmark(new ReviewAnswered(Id), OnAnswered, includeActivityInstanceId: false);
    }

    private async ValueTask OnAnswered(ActivityExecutionContext context)
    {
        context.Set(Comment, context.GetWorkflowInput<string>("Comment"));
        await context.CompleteActivityWithOutcomesAsync(context.GetWorkflowInput<string>("Outcome") ?? "Approve");
    }
}

public sealed record ReviewAnswered(string ActivityId);

/// <summary>What the tests' host knows of people's tasks.</summary>
public sealed class TaskList
{
    public List<string> Opened { get; } = [];

    public List<string> Closed { get; } = [];
}

/// <summary>Throws until the host's switch says otherwise.</summary>
[Activity("Test")]
public sealed class Flaky : CodeActivity<string>
{
    protected override void Execute(ActivityExecutionContext context)
    {
        if (context.GetRequiredService<Weather>().IsBad)
        {
            throw new InvalidOperationException("The weather is bad.");
        }

        context.Set(Result, "fine");
    }
}

public sealed class Weather
{
    public bool IsBad { get; set; } = true;
}

/// <summary>A refusal of the domain.</summary>
[Activity("Test")]
public sealed class Refuse : CodeActivity
{
    protected override void Execute(ActivityExecutionContext context) => throw new RefusedException();
}

public sealed class RefusedException : Exception;

/// <summary>Held back until the variable <c>Ready</c> is true.</summary>
[Activity("Test")]
public sealed class WhenReady : CodeActivity
{
    protected override bool CanExecute(ActivityExecutionContext context) => context.GetVariable<bool>("Ready");
}

/// <summary>Neither completes nor waits.</summary>
[Activity("Test")]
public sealed class Forgetful : Activity;

/// <summary>A signal that may come again and again.</summary>
[Activity("Test")]
public sealed class Comments : Activity
{
    protected override void Execute(ActivityExecutionContext context)
    {
        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = "comment",
            Stimulus = "comment",
            AutoBurn = false,
            IncludeActivityInstanceId = false,
            Callback = OnComment,
        });
        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = "closed",
            Stimulus = "closed",
            IncludeActivityInstanceId = false,
        });
    }

    private ValueTask OnComment(ActivityExecutionContext context)
    {
        context.UpdateProperty<int>("Count", count => count + 1);
        context.AddExecutionLogEntry("Comment", $"{context.GetProperty<int>("Count")} by {context.By}");

        return ValueTask.CompletedTask;
    }
}

/// <summary>Sets the output from what it is given; for wiring.</summary>
[Activity("Test")]
public sealed class Echo : CodeActivity<object>
{
    [Input]
    public Input<object> Value { get; set; } = new(default(object)!);

    protected override void Execute(ActivityExecutionContext context) => context.Set(Result, context.Get(Value));
}

/// <summary>Takes over when what is inside it faults.</summary>
[Activity("Test")]
public sealed class Guarded : Activity
{
    public Guarded() => OnSignalReceived<FaultSignal>(async (signal, context) =>
    {
        if (!context.IsSelf)
        {
            signal.Handle();
            await context.Receiver.CompleteActivityWithOutcomesAsync("Rescued");
        }
    });

    [Port]
    public Activity? Body { get; set; }

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.ScheduleActivityAsync(Body, OnBodyEnded);

    private ValueTask OnBodyEnded(ActivityCompletedContext ended) => ended.TargetContext.CompleteActivityAsync();
}

/// <summary>Has one input of each common type.</summary>
[Activity("Test")]
public sealed class Typed : CodeActivity<JsonNode>
{
    [Input]
    public Input<int> Number { get; set; } = new(5);

    [Input(DefaultValue = "fallback")]
    public Input<string> Text { get; set; } = default!;

    [Input]
    public Input<TimeSpan> Span { get; set; } = default!;

    [Input]
    public Input<FlowJoinMode> Mode { get; set; } = default!;

    [Input]
    public Input<IList<string>> List { get; set; } = default!;

    [Input(CanContainSecrets = true)]
    public Input<string> Secret { get; set; } = default!;

    [Input]
    public string Plain { get; set; } = "plain default";

    protected override void Execute(ActivityExecutionContext context) => context.Set(Result, new JsonObject
    {
        ["number"] = context.Get(Number),
        ["text"] = context.Get(Text),
        ["span"] = context.Get(Span).ToString(),
        ["mode"] = context.Get(Mode).ToString(),
        ["list"] = string.Join('|', context.Get(List) ?? []),
        ["plain"] = Plain,
    });
}

/// <summary>Wants something done after the commit.</summary>
[Activity("Test")]
public sealed class Later : CodeActivity
{
    protected override void Execute(ActivityExecutionContext context) => context.DeferTask(() => ValueTask.CompletedTask);
}

/// <summary>Adds its id to the workflow's variable <c>trail</c>, and produces all of it.</summary>
[Activity("Test")]
public sealed class Mark : CodeActivity<string>
{
    protected override void Execute(ActivityExecutionContext context)
    {
        var trail = $"{context.GetVariable<string>("trail")} {Id}";
        context.SetVariable("trail", trail);
        context.Set(Result, trail);
    }
}

/// <summary>Ends with other outcomes each time: the n-th turn says which, separated by commas; then the last one.</summary>
[Activity("Test")]
[FlowNode("A", "B", "C")]
public sealed class Turn : Activity
{
    [Input]
    public Input<IList<string>> Turns { get; set; } = new([]);

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var properties = context.WorkflowExecutionContext.Properties;
        var time = (properties.TryGetValue(Id, out var known) ? known!.GetValue<int>() : 0) + 1;
        properties[Id] = time;
        var turns = context.Get(Turns)!;

        return context.CompleteActivityWithOutcomesAsync(
            turns[Math.Min(time, turns.Count) - 1].Split(',', StringSplitOptions.RemoveEmptyEntries));
    }
}
