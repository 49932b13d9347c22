using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// Decides what comes next by tokens: a completion puts one on each followed connection and takes those that led to it;
/// the merge mode of each target says which tokens it needs.
/// </summary>
internal sealed class TokenFlow(Flowchart flowchart, ActivityExecutionContext context, FlowGraph graph, FlowScope scope)
{
    public static bool IsWaiting(FlowScope scope) => scope.Tokens.Exists(IsOpen);

    public static IEnumerable<VainWait> WaitingJoins(FlowGraph graph, FlowScope scope) =>
        from id in graph.Reached
        where graph.Inbound(id).Any(edge => scope.Tokens.Exists(token => IsOpen(token) && token.Connection == edge.Key))
        select new VainWait(id, VainWaitCause.Join, []);

    public async ValueTask LeaveAsync(string activity, Outcomes outcomes)
    {
        var followed = graph.Outbound(activity).Where(edge => outcomes.Follow(edge.Drawn.SourcePort)).ToList();
        scope.Tokens.AddRange(followed.Select(edge => new FlowToken { Connection = edge.Key }));
        Consume(activity, followed);

        foreach (var edge in followed)
        {
            await ArriveAsync(edge);
        }

        OpenStreams();
    }

    private async ValueTask ArriveAsync(FlowEdge edge)
    {
        var target = edge.Target;

        switch (flowchart.MergeModeOf(context, target))
        {
            case MergeMode.Cascade:
                flowchart.Schedule(context, target);
                break;

            case MergeMode.Race:
                await RaceAsync(edge);
                break;

            case MergeMode.Merge when graph.InboundForward(target).Count <= 1
                || graph.InboundForward(target).All(HasToken):
            case MergeMode.Converge when graph.Inbound(target).All(HasToken):
                flowchart.Schedule(context, target);
                break;
        }
    }

    private async ValueTask RaceAsync(FlowEdge edge)
    {
        if (scope.Tokens.Find(token => token.IsBlocked && token.Connection == edge.Key) is { } block)
        {
            scope.Tokens.Remove(block);
            scope.Tokens.RemoveAll(token => IsOpen(token) && token.Connection == edge.Key);

            return;
        }

        flowchart.Schedule(context, edge.Target);

        foreach (var other in graph.InboundForward(edge.Target).Where(other => other.Key != edge.Key))
        {
            scope.Tokens.Add(new FlowToken { Connection = other.Key, IsBlocked = true });
        }

        await CancelOthersAsync(edge.Target);
    }

    private async ValueTask CancelOthersAsync(string target)
    {
        var ancestors = graph.AncestorsOf(target);
        context.WorkflowExecutionContext.Queue.Withdraw(
            item => ReferenceEquals(item.Owner, context) && ancestors.Contains(item.Node.Id));

        foreach (var child in context.Children.Where(child => ancestors.Contains(child.Node.Id)).ToArray())
        {
            await child.CancelActivityAsync();
        }

        foreach (var edge in ancestors.SelectMany(graph.Inbound))
        {
            scope.Tokens.RemoveAll(token => IsOpen(token) && token.Connection == edge.Key);
        }
    }

    /// <summary>A stream runs once nothing is on its way to what leads to it, whichever way that ended.</summary>
    private void OpenStreams()
    {
        foreach (var target in graph.Reached)
        {
            if (flowchart.MergeModeOf(context, target) == MergeMode.Stream
                && graph.Inbound(target).Any(HasToken)
                && !Flowchart.IsUnderWay(context, target)
                && !graph.InboundForward(target).Any(edge => graph.Inbound(edge.Source).Any(HasToken)))
            {
                flowchart.Schedule(context, target);
            }
        }
    }

    // The tokens it has just put on a connection to itself are the next round's.
    private void Consume(string activity, List<FlowEdge> followed)
    {
        foreach (var edge in graph.Inbound(activity))
        {
            var keep = followed.Contains(edge) ? scope.Tokens.FindLast(token => token.Connection == edge.Key) : null;
            scope.Tokens.RemoveAll(token => IsOpen(token) && token.Connection == edge.Key && token != keep);
        }
    }

    private bool HasToken(FlowEdge edge) => scope.Tokens.Exists(token => IsOpen(token) && token.Connection == edge.Key);

    private static bool IsOpen(FlowToken token) => !token.IsBlocked;
}

/// <summary>Which tokens an activity needs in token mode.</summary>
internal enum MergeMode
{
    /// <summary>Any, once none is on its way to a direct predecessor.</summary>
    Stream,

    /// <summary>One on each forward connection.</summary>
    Merge,

    /// <summary>One on each connection, backward ones included.</summary>
    Converge,

    /// <summary>Each one starts another execution.</summary>
    Cascade,

    /// <summary>The first; the other branches are cancelled.</summary>
    Race,
}
