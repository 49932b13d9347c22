using System.Collections.Concurrent;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// Activities and the connections between them; an activity's outcomes say which connections are followed.
/// </summary>
[Activity("Elsa", "Flow", "A flowchart.", IsContainer = true)]
public sealed class Flowchart : Container
{
    private const string ModeProperty = "Flowchart:ExecutionMode";

    private readonly ConcurrentDictionary<string, FlowGraph> graphs = new(StringComparer.Ordinal);
    private Dictionary<string, CompiledNode>? byId;
    private string? defaultStart;

    /// <summary>An empty flowchart.</summary>
    public Flowchart() => Breaking.PassOn(OnSignalReceived);

    internal override string? ChildCallback => nameof(OnChildEnded);

    /// <inheritdoc/>
    protected override async ValueTask ScheduleChildrenAsync(ActivityExecutionContext context)
    {
        if (FindStart(context) is not { } start)
        {
            await context.CompleteActivityAsync();

            return;
        }

        context.SetProperty(FlowScope.Key, new FlowScope { Start = start, Mode = ModeOf(context) });
        Schedule(context, start);
    }

    internal void Schedule(ActivityExecutionContext context, string id, bool backward = false) =>
        context.Schedule(NodeOf(id), OnChildEnded, backward: backward);

    internal FlowJoinMode JoinModeOf(ActivityExecutionContext context, string id) =>
        NodeOf(id) is { Activity: FlowJoin } join ? FlowJoin.ModeOf(join, context) : FlowJoinMode.WaitAllActive;

    /// <summary>After a migration: counts on as if this drawing had been there from the beginning.</summary>
    internal void Rebase(ActivityExecutionContext context)
    {
        if (context.GetProperty<FlowScope>(FlowScope.Key) is { } scope)
        {
            FlowRebase.Apply(scope, GraphFor(scope.Start), id => IsUnderWay(context, id));
        }
    }

    /// <summary>Ends what has begun on the way to a join for any. Token mode has decided the race before.</summary>
    internal async ValueTask CancelLosersAsync(ActivityExecutionContext context, string join)
    {
        if (context.GetProperty<FlowScope>(FlowScope.Key) is { Mode: FlowchartMode.Counter } scope)
        {
            await new CounterFlow(this, context, GraphFor(scope.Start), scope).CancelOthersAsync(join);
        }
    }

    internal MergeMode MergeModeOf(ActivityExecutionContext context, string id)
    {
        var node = NodeOf(id);

        if (node.Activity is FlowJoin)
        {
            return FlowJoin.ModeOf(node, context) == FlowJoinMode.WaitAny ? MergeMode.Race : MergeMode.Merge;
        }

        return Enum.TryParse<MergeMode>(node.Document!.MergeMode, ignoreCase: true, out var mode)
            ? mode
            : MergeMode.Stream;
    }

    /// <summary>Whether an activity of this flowchart is queued or has begun and not ended.</summary>
    internal static bool IsUnderWay(ActivityExecutionContext context, string id) =>
        context.Children.Exists(child => child.Node.Id == id)
        || context.WorkflowExecutionContext.Queue.Items.Any(
            item => ReferenceEquals(item.Owner, context) && item.Node.Id == id);

    /// <summary>
    /// Each activity that some branches have reached and others never will.
    /// </summary>
    internal IEnumerable<VainWait> WaitingJoins(ActivityExecutionContext context)
    {
        if (context.GetProperty<FlowScope>(FlowScope.Key) is not { } scope)
        {
            return [];
        }

        var graph = GraphFor(scope.Start);

        return scope.Mode == FlowchartMode.Token
            ? TokenFlow.WaitingJoins(graph, scope)
            : from id in graph.Reached
              let inbound = graph.InboundForward(id)
              where inbound.Any(scope.HasArrived) && !inbound.All(scope.HasArrived)
              let missing = inbound.Where(edge => !scope.HasArrived(edge)).Select(edge => edge.Source)
              select new VainWait(id, VainWaitCause.Join, [.. missing]);
    }

    private async ValueTask OnChildEnded(ActivityCompletedContext ended)
    {
        var context = ended.TargetContext;
        var child = ended.ChildContext;

        if ((child.Status == ActivityStatus.Completed && child.Node.Descriptor.IsTerminal)
            || Breaking.IsBroken(context))
        {
            await context.CompleteActivityAsync();

            return;
        }

        var scope = context.GetProperty<FlowScope>(FlowScope.Key)!;
        var graph = GraphFor(scope.Start);

        if (scope.Mode == FlowchartMode.Token)
        {
            await new TokenFlow(this, context, graph, scope).LeaveAsync(child.Node.Id, ended.Outcomes);
        }
        else
        {
            var flow = new CounterFlow(this, context, graph, scope);
            await flow.LeaveAsync(child.Node.Id, ended.Outcomes, child.State.Backward);
        }

        // A faulted child is still there: the flowchart waits for its retry.
        if (!context.HasOpenWork)
        {
            await FinishAsync(context, scope);
        }
    }

    private static async ValueTask FinishAsync(ActivityExecutionContext context, FlowScope scope)
    {
        // A merge that waits for a branch nobody took keeps token mode open for ever; the burst's end says so.
        if (scope.Mode == FlowchartMode.Token && TokenFlow.IsWaiting(scope))
        {
            return;
        }

        await context.CompleteActivityAsync();
    }

    private FlowGraph GraphFor(string start) =>
        graphs.GetOrAdd(start, static (id, node) => new FlowGraph(id, node.Document!.Connections), Node);

    private CompiledNode NodeOf(string id) =>
        (byId ??= Node.Children.DistinctBy(child => child.Id).ToDictionary(child => child.Id))[id];

    private string? FindStart(ActivityExecutionContext context) =>
        context.WorkflowExecutionContext.TriggerActivityId is { } trigger
        && ReferenceEquals(context.WorkflowExecutionContext.Compiled.FindOwn(trigger)?.Parent, Node)
            ? FlowStart.Find(Node.Document!, trigger, IsStart)
            : defaultStart ??= FlowStart.Find(Node.Document!, trigger: null, IsStart);

    private bool IsStart(ActivityNode child) => NodeOf(child.Id).Descriptor.IsStart;

    private static FlowchartMode ModeOf(ActivityExecutionContext context) =>
        context.WorkflowExecutionContext.Properties.TryGetValue(ModeProperty, out var mode)
            && mode.AsText() is { } text
            && text.StartsWith("Token", StringComparison.OrdinalIgnoreCase)
                ? FlowchartMode.Token
                : context.WorkflowExecutionContext.Host.Options.FlowchartMode;
}
