namespace TitleWorkflow.Engine.Tests.Laws;

/// <summary>
/// Counter mode read aloud from the description of its rules, slowly: it writes down every visit as a fact and counts
/// the facts whenever a rule asks for a number. It knows nothing of the engine but the words of its journal.
/// </summary>
internal sealed class NaiveCounterMode
{
    private readonly Drawing drawing;
    private readonly List<Arrow> reachable = [];
    private readonly List<Arrow> forward = [];

    private readonly List<object> facts = [];
    private readonly List<(string Activity, bool Backward)> queue = [];
    private readonly List<Execution> open = [];
    private readonly Dictionary<string, int> executions = [];
    private string? running;
    private bool isComplete;

    private NaiveCounterMode(Drawing drawing)
    {
        this.drawing = drawing;
        TellBackwardFromForward();
    }

    private sealed record Execution(string Activity, bool Backward, int Time);

    private sealed record Counted(string Activity);

    private sealed record Visited(Arrow Line, bool IsFollowed);

    /// <summary>The journal, a line an event, of the whole course of a drawing.</summary>
    public List<string> Trace { get; } = ["Workflow1 Started", "chart Started"];

    public static NaiveCounterMode Run(Drawing drawing)
    {
        var flow = new NaiveCounterMode(drawing);
        flow.queue.Add((Drawing.Id(0), false));
        flow.Burst();

        for (var acts = 0; acts < Course.MostActs && flow.open.Count > 0; acts++)
        {
            flow.Act(drawing.Plan.Choices[acts % drawing.Plan.Choices.Count]);
        }

        return flow;
    }

    // "Walk breadth-first from the start node over connections in document order; an edge that would close a cycle
    // (its target already reaches its source over accepted edges) is a backward connection; all others reachable are
    // forward."
    private void TellBackwardFromForward()
    {
        var reached = new List<string> { Drawing.Id(0) };

        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var line in drawing.Arrows.Where(line => line.Source == reached[i]))
            {
                reachable.Add(line);

                if (!Reaches(line.Target, line.Source))
                {
                    forward.Add(line);
                }

                if (!reached.Contains(line.Target))
                {
                    reached.Add(line.Target);
                }
            }
        }
    }

    private bool Reaches(string from, string to) =>
        from == to || forward.Any(line => line.Source == from && Reaches(line.Target, to));

    private void Act(int choice)
    {
        var task = open[choice % open.Count];

        if (Course.Cancels(choice))
        {
            Cancel(task);
            CompleteIfNothingIsLeft();
        }
        else
        {
            Trace.Add($"{task.Activity} Resumed");
            open.Remove(task);
            Complete(task);
        }

        Burst();
    }

    // "The runner takes the head, runs it to the end of its synchronous work, and repeats until empty."
    private void Burst()
    {
        while (queue.Count > 0)
        {
            var (activity, backward) = queue[0];
            queue.RemoveAt(0);
            executions[activity] = executions.GetValueOrDefault(activity) + 1;
            var execution = new Execution(activity, backward, executions[activity]);
            running = activity;
            Trace.Add($"{activity} Started");

            if (drawing.At(activity).Kind == PlaceKind.JoinAny)
            {
                CancelBranchesTo(activity);
            }

            if (drawing.At(activity).Kind == PlaceKind.Task)
            {
                Trace.Add($"{activity} Suspended");
                open.Add(execution);
            }
            else
            {
                Complete(execution);
            }
        }
    }

    // "When child A completes with outcomes O: …"
    private void Complete(Execution execution)
    {
        var outcomes = drawing.Outcomes(execution.Activity, execution.Time);
        Trace.Add($"{execution.Activity} Completed {string.Join(',', outcomes ?? ["Done"])}");

        running = null;

        // "1. if A is a terminal node: complete the flowchart now (other branches are cancelled)"
        if (drawing.At(execution.Activity).Kind == PlaceKind.End)
        {
            CompleteFlowchart();

            return;
        }

        // A plain completion "is outcome Done, and it also matches connections whose source port is absent".
        Leave(
            execution.Activity,
            execution.Backward,
            port => outcomes is null ? port is null or "Done" : port is not null && outcomes.Contains(port));
        CompleteIfNothingIsLeft();
    }

    private void Leave(string activity, bool backward, Func<string?, bool> isOutcome)
    {
        // "2. increment visits(A), except when A itself had been scheduled through a backward connection"
        if (!backward)
        {
            facts.Add(new Counted(activity));
        }

        // "3. for each outbound connection of A in document order: visits(c)++, followed(c) = port in O"
        foreach (var line in reachable.Where(line => line.Source == activity))
        {
            facts.Add(new Visited(line, isOutcome(line.Port)));

            if (forward.Contains(line))
            {
                Merge(line);
            }
            else if (isOutcome(line.Port))
            {
                queue.Add((line.Target, true));
            }
        }
    }

    private void Merge(Arrow arriving)
    {
        var target = arriving.Target;
        var inbound = forward.Where(line => line.Target == target).ToList();
        var haveAllCome = inbound.All(IsVisitedThisRound);
        var areFollowed = inbound.Where(IsFollowedThisRound).ToList();

        switch (drawing.At(target).Kind)
        {
            // "schedule on the first followed connection unless already queued or already passed; then cancel all still
            // active instances of forward ancestors of T. Later arrivals are ignored. If all visited and none followed,
            // skip."
            case PlaceKind.JoinAny:
                if (!IsVisitedThisRound(arriving) || running == target || queue.Exists(item => item.Activity == target))
                {
                    break;
                }

                if (areFollowed.Count > 0)
                {
                    queue.Add((target, false));
                    CancelBranchesTo(target);
                }
                else if (haveAllCome)
                {
                    Skip(target);
                }

                break;

            // "wait likewise; schedule only if all were followed, else skip"
            case PlaceKind.JoinAll when haveAllCome && areFollowed.Count == inbound.Count:
            // "wait until every c in I has visits(c) > visits(T). Then if any has been followed, schedule T; else skip T"
            case not PlaceKind.JoinAll when haveAllCome && areFollowed.Count > 0:
                queue.Add((target, false));
                break;

            case var _ when haveAllCome:
                Skip(target);
                break;
        }
    }

    // "T counts as visited, all its outbound connections count as visited-not-followed"
    private void Skip(string target) => Leave(target, backward: false, _ => false);

    // "A cancelled child counts as completed with no outcomes"
    private void Cancel(Execution execution)
    {
        // One that an earlier cancellation has already reached is over.
        if (open.Remove(execution))
        {
            Trace.Add($"{execution.Activity} Canceled");
            Leave(execution.Activity, execution.Backward, _ => false);
        }
    }

    // "All still active instances of forward ancestors": once when the race is decided, and once more when the join
    // runs, for those that were queued in between.
    private void CancelBranchesTo(string target) =>
        open.Where(other => other.Activity != target && Reaches(other.Activity, target)).ToList().ForEach(Cancel);

    private bool IsVisitedThisRound(Arrow line) => Visits(line) > Visits(line.Target);

    private bool IsFollowedThisRound(Arrow line) =>
        IsVisitedThisRound(line) && facts.OfType<Visited>().Last(fact => fact.Line == line).IsFollowed;

    private int Visits(Arrow line) => facts.OfType<Visited>().Count(fact => fact.Line == line);

    private int Visits(string activity) => facts.OfType<Counted>().Count(fact => fact.Activity == activity);

    // "4. if nothing was scheduled and nothing is running or queued under this flowchart: complete with Done"
    private void CompleteIfNothingIsLeft()
    {
        if (queue.Count == 0 && open.Count == 0)
        {
            CompleteFlowchart();
        }
    }

    private void CompleteFlowchart()
    {
        if (isComplete)
        {
            return;
        }

        isComplete = true;
        Trace.AddRange(open.Select(execution => $"{execution.Activity} Canceled"));
        Trace.AddRange(["chart Completed Done", "Workflow1 Completed Done"]);
        open.Clear();
        queue.Clear();
    }
}
