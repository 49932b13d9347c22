using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Tests.Semantics;

/// <summary>Greets in two steps; made in code, with a constructor as Elsa's designers write it.</summary>
[Activity("Test")]
public sealed class Greeting : Composite<string>
{
    [JsonConstructor]
    public Greeting([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null)
        : base(source, line)
    {
        var text = new Variable<string>("Text", "nobody");
        Variables = [text];
        Root = new Sequence
        {
            Activities =
            [
                new WriteLine { Id = "first", Text = new(context => $"Hello {Who.Get(context)}") },
                new WriteLine { Text = new(context => $"Bye {text.Get(context)}") },
                new If { Condition = new(context => Who.Get(context) == "Li"), Then = new Complete { Outcomes = new("Known") } },
            ],
        };
    }

    [Input]
    public Input<string> Who { get; set; } = default!;

    protected override void OnCompleted(ActivityCompletedContext context) =>
        Result.Set(context.TargetContext, $"greeted {Who.Get(context.TargetContext)}");
}

/// <summary>Runs its steps from the last to the first.</summary>
[Activity("Test", IsContainer = true)]
public sealed class Backwards : Container
{
    protected override ValueTask ScheduleChildrenAsync(ActivityExecutionContext context) => NextAsync(context, Activities.Count - 1);

    private ValueTask OnEnded(ActivityCompletedContext ended) =>
        NextAsync(ended.TargetContext, ended.TargetContext.GetProperty<int>("At") - 1);

    private ValueTask NextAsync(ActivityExecutionContext context, int index)
    {
        context.SetProperty("At", index);

        return index < 0 ? context.CompleteActivityAsync() : context.ScheduleActivityAsync(Activities[index], OnEnded);
    }
}

/// <summary>Waits for a number it knows only after a look-up.</summary>
public sealed class NumberCame : Trigger<int>
{
    public NumberCame()
        : base("Custom.NumberCame", version: 3)
    {
    }

    protected override ValueTask<IEnumerable<object>> GetTriggerPayloadsAsync(TriggerIndexingContext context) =>
        new((IEnumerable<object>)["one", "two"]);
}
