using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// A step made of other steps, which its constructor puts together. <c>Elsa.Complete</c> inside ends it with outcomes.
/// </summary>
/// <remarks>
/// The steps read the composite's inputs with expressions such as
/// <c>new(context =&gt; Title.Get(context))</c>; their ids are made from the composite's unless they are given.
/// </remarks>
public abstract class Composite : Activity, IComposite
{
    /// <summary>A composite that knows where in its author's source it was made.</summary>
    protected Composite(string? source = null, int? line = null)
        : base(source, line)
    {
    }

    /// <summary>What runs.</summary>
    [Port(IsBrowsable = false)]
    public Activity Root { get; set; } = new Sequence();

    /// <summary>The variables declared here: they begin with the composite and end with it.</summary>
    public IList<Variable> Variables { get; set; } = [];

    internal override string? ChildCallback => nameof(OnRootEnded);

    ValueTask IComposite.CompletedAsync(ActivityCompletedContext context) => OnCompletedAsync(context);

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.ScheduleActivityAsync(Root, OnRootEnded);

    /// <summary>What is left to do when the steps inside have ended, before the composite completes.</summary>
    protected virtual ValueTask OnCompletedAsync(ActivityCompletedContext context)
    {
        OnCompleted(context);

        return ValueTask.CompletedTask;
    }

    /// <summary>What is left to do when the steps inside have ended, where nothing has to be awaited.</summary>
    protected virtual void OnCompleted(ActivityCompletedContext context)
    {
    }

    private async ValueTask OnRootEnded(ActivityCompletedContext context)
    {
        await OnCompletedAsync(context);
        await context.TargetContext.CompleteActivityAsync();
    }
}

/// <summary>A composite with a result.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public abstract class Composite<T> : Activity<T>, IComposite
{
    /// <summary>A composite that knows where in its author's source it was made.</summary>
    protected Composite(string? source = null, int? line = null)
        : base(source, line)
    {
    }

    /// <summary>What runs.</summary>
    [Port(IsBrowsable = false)]
    public Activity Root { get; set; } = new Sequence();

    /// <summary>The variables declared here: they begin with the composite and end with it.</summary>
    public IList<Variable> Variables { get; set; } = [];

    internal override string? ChildCallback => nameof(OnRootEnded);

    ValueTask IComposite.CompletedAsync(ActivityCompletedContext context) => OnCompletedAsync(context);

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.ScheduleActivityAsync(Root, OnRootEnded);

    /// <summary>What is left to do when the steps inside have ended, before the composite completes.</summary>
    protected virtual ValueTask OnCompletedAsync(ActivityCompletedContext context)
    {
        OnCompleted(context);

        return ValueTask.CompletedTask;
    }

    /// <summary>What is left to do when the steps inside have ended, where nothing has to be awaited.</summary>
    protected virtual void OnCompleted(ActivityCompletedContext context)
    {
    }

    private async ValueTask OnRootEnded(ActivityCompletedContext context)
    {
        await OnCompletedAsync(context);
        await context.TargetContext.CompleteActivityAsync();
    }
}

/// <summary>What the two composite classes, with and without a result, have in common.</summary>
internal interface IComposite
{
    ValueTask CompletedAsync(ActivityCompletedContext context);
}
