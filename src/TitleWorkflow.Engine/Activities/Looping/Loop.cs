using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>What the loops have in common: a body, and a break that ends the loop when the body returns.</summary>
public abstract class Loop : Activity
{
    private protected Loop() => Breaking.EndHere(OnSignalReceived);

    /// <summary>What is repeated.</summary>
    [Port]
    public Activity? Body { get; set; }

    private protected static Variable[] CurrentItem(IList<object> items, int index) =>
        [new Variable("CurrentValue", items[index]), new Variable("CurrentIndex", index)];
}

/// <summary>How a break travels: up to the nearest loop, past containers that then end too.</summary>
internal static class Breaking
{
    private const string Key = "Break";

    public static void EndHere(Action<Action<BreakSignal, SignalContext>> listen) => listen((_, context) =>
    {
        context.Receiver.SetProperty(Key, true);
        context.StopPropagation();
    });

    public static void PassOn(Action<Action<BreakSignal, SignalContext>> listen) =>
        listen((_, context) => context.Receiver.SetProperty(Key, true));

    public static bool IsBroken(ActivityExecutionContext context) => context.GetProperty<bool>(Key);
}
