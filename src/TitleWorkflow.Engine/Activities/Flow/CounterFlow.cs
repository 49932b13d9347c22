using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// Decides what comes next by counting visits: a join waits until each forward connection into it has been visited, and
/// a branch that is not taken is skipped through, which visits its connections without following them.
/// </summary>
internal sealed class CounterFlow(
    Flowchart flowchart, ActivityExecutionContext context, FlowGraph graph, FlowScope scope)
{
    public async ValueTask LeaveAsync(string activity, Outcomes outcomes, bool backward)
    {
        // An activity reached backwards has been counted when it was reached forwards.
        if (!backward)
        {
            scope.Visit(activity);
        }

        foreach (var edge in graph.Outbound(activity))
        {
            var isFollowed = outcomes.Follow(edge.Drawn.SourcePort);
            scope.Visit(edge, isFollowed);

            if (!edge.IsBackward)
            {
                await ArriveAsync(edge);
            }
            else if (isFollowed)
            {
                GoBack(edge);
            }
        }
    }

    private void GoBack(FlowEdge edge)
    {
        if (!edge.IsValid)
        {
            throw new InvalidOperationException(
                $"The connection from '{edge.Source}' back to '{edge.Target}' cannot be followed: not every path to '{edge.Source}' goes through '{edge.Target}'.");
        }

        flowchart.Schedule(context, edge.Target, backward: true);
    }

    private async ValueTask ArriveAsync(FlowEdge edge)
    {
        var target = edge.Target;
        var inbound = graph.InboundForward(target);
        var mode = flowchart.JoinModeOf(context, target);

        if (mode == FlowJoinMode.WaitAny)
        {
            await ArriveAtRaceAsync(edge, inbound);
        }
        else if (inbound.All(scope.HasArrived))
        {
            var isOpen = mode == FlowJoinMode.WaitAll
                ? inbound.All(scope.HasArrivedFollowed)
                : inbound.Any(scope.HasArrivedFollowed);

            await OpenOrSkipAsync(target, isOpen);
        }
    }

    private async ValueTask ArriveAtRaceAsync(FlowEdge edge, IReadOnlyList<FlowEdge> inbound)
    {
        var target = edge.Target;

        if (!scope.HasArrived(edge) || Flowchart.IsUnderWay(context, target))
        {
            return;
        }

        if (inbound.Any(scope.HasArrivedFollowed))
        {
            // Queued first: what the cancelled branches then report finds the race decided.
            flowchart.Schedule(context, target);
            await CancelOthersAsync(target);
        }
        else if (inbound.All(scope.HasArrived))
        {
            await OpenOrSkipAsync(target, isOpen: false);
        }
    }

    /// <summary>Ends what has begun on the way to a race that is decided.</summary>
    public async ValueTask CancelOthersAsync(string target)
    {
        // What is only queued still runs, and finds that it has come too late.
        var ancestors = graph.AncestorsOf(target);

        foreach (var child in context.Children.Where(child => ancestors.Contains(child.Node.Id)).ToArray())
        {
            await child.CancelActivityAsync();
        }
    }

    private ValueTask OpenOrSkipAsync(string target, bool isOpen)
    {
        if (!isOpen)
        {
            return LeaveAsync(target, Outcomes.None, backward: false);
        }

        flowchart.Schedule(context, target);

        return ValueTask.CompletedTask;
    }
}
