using System.Globalization;
using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests.Laws;

/// <summary>A line as it stands in the document.</summary>
internal sealed record Arrow(string Source, string? Port, string Target);

/// <summary>A flowchart drawn after a plan, together with what its activities decide.</summary>
internal sealed class Drawing
{
    public Drawing(Plan plan)
    {
        Plan = plan;
        Arrows = [.. Draw().Distinct()];
    }

    public Plan Plan { get; }

    /// <summary>The lines in the order of the document.</summary>
    public IReadOnlyList<Arrow> Arrows { get; }

    public bool HasLoops => !Arrows.All(IsForward);

    public bool IsForward(Arrow arrow) => Index(arrow.Source) < Index(arrow.Target);

    /// <summary>Whether a way of forward lines leads from one activity to another, or they are the same.</summary>
    public bool Leads(string from, string to) =>
        from == to || Arrows.Any(arrow => arrow.Source == from && IsForward(arrow) && Leads(arrow.Target, to));

    public static string Id(int place) => $"n{place.ToString(CultureInfo.InvariantCulture)}";

    public Place At(string id) => Plan.Places[Index(id)];

    /// <summary>What an activity ends with when it is executed for the n-th time, from 1; null for the plain end.</summary>
    public IReadOnlyList<string>? Outcomes(string id, int time)
    {
        var place = At(id);
        var turn = time <= place.Turns.Count ? place.Turns[time - 1] : 1;

        return place.Kind switch
        {
            PlaceKind.Task => [Ports(place.Kind)[turn is 0 || (turn & 1) != 0 ? 0 : (turn & 2) != 0 ? 1 : 2]!],
            PlaceKind.Decision => [(turn & 1) != 0 ? "True" : "False"],
            PlaceKind.Switch => Switched(turn & 3, takesAll: place.Port % 2 == 1),
            PlaceKind.Turn => Fitting(turn),
            PlaceKind.Fork => ["A", "B", "C"],
            _ => null,
        };
    }

    public Flow ToFlow()
    {
        var flow = Flow.Chart().Variable("trail", "String", "").WithOutput("path", "String");

        for (var i = 0; i < Plan.Places.Count; i++)
        {
            if (Plan.Places[i].Kind is PlaceKind.Decision or PlaceKind.Switch)
            {
                flow.Variable(Counter(i), "Int32", "0");
            }

            flow.Add(ActivityAt(i));
        }

        foreach (var arrow in Arrows)
        {
            flow.Connect(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = arrow.Source, ["port"] = arrow.Port },
                ["target"] = new JsonObject { ["activity"] = arrow.Target, ["port"] = "In" },
            });
        }

        return flow;
    }

    /// <summary>What a failing law prints: the document, and in which order people act.</summary>
    public override string ToString() =>
        $"\n{ToFlow().ToJson()}\n{Plan.Mode} mode, choices {string.Join(' ', Plan.Choices)}, turns {string.Join("; ", Plan.Places.Select(
            (place, i) => $"{Id(i)}: {string.Join(' ', place.Turns)}"))}\n";

    private static int Index(string id) => int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture);

    private static string Counter(int place) => $"times{place.ToString(CultureInfo.InvariantCulture)}";

    private static string?[] Ports(PlaceKind kind) => kind switch
    {
        PlaceKind.Task => ["Approve", "Reject", "Again"],
        PlaceKind.Decision => ["True", "False"],
        PlaceKind.Switch => ["A", "B", "Default"],
        PlaceKind.Turn or PlaceKind.Fork => ["A", "B", "C"],
        PlaceKind.End => ["Done"],
        _ => ["Done", null],
    };

    private IEnumerable<Arrow> Draw()
    {
        var forward = new List<Arrow>();

        // Wherever it falls, so that the order of lines is not the order of places.
        for (var i = 1; i < Plan.Places.Count; i++)
        {
            var place = Plan.Places[i];
            forward.Insert(
                (place.Back + place.Port) % (forward.Count + 1), Between(Math.Max(0, i - 1 - place.Back), place.Port, i));
        }

        forward.AddRange(Plan.Lines.Where(line => !line.IsBack).SelectMany(Onward));

        return forward.Concat(Plan.Lines.Where(line => line.IsBack).SelectMany(line => Back(line, forward)));
    }

    // To a join, if one comes later, more often than not.
    private IEnumerable<Arrow> Onward(Line line)
    {
        var from = line.From % Plan.Places.Count;
        var later = Enumerable.Range(from + 1, Plan.Places.Count - from - 1).ToList();
        var joins = later.Where(IsJoin).ToList();
        var targets = joins.Count > 0 && line.To % 3 != 0 ? joins : later;

        return targets.Count > 0 ? [Between(from, line.Port, targets[line.To % targets.Count])] : [];
    }

    private bool IsJoin(int place) =>
        Plan.Places[place].Kind is PlaceKind.JoinAny or PlaceKind.JoinAll or PlaceKind.JoinAllActive;

    private Arrow Between(int from, int port, int to)
    {
        var ports = Ports(Plan.Places[from].Kind);

        return new Arrow(Id(from), ports[port % ports.Length], Id(to));
    }

    // Only where something is decided can a loop end, and only by the last port does a line lead back.
    private IEnumerable<Arrow> Back(Line line, IReadOnlyList<Arrow> forward)
    {
        var deciding = Enumerable.Range(0, Plan.Places.Count).Where(Decides).ToList();

        if (deciding.Count > 0)
        {
            var from = deciding[line.From % deciding.Count];
            var onEveryWay = Enumerable.Range(0, from + 1)
                .Where(place => place == from || !Reaches(Id(0), Id(from), forward, around: Id(place)))
                .ToList();

            yield return new Arrow(
                Id(from), Ports(Plan.Places[from].Kind)[^1], Id(onEveryWay[line.To % onEveryWay.Count]));
        }
    }

    private bool Decides(int place) =>
        Plan.Places[place].Kind is PlaceKind.Task or PlaceKind.Decision or PlaceKind.Switch or PlaceKind.Turn;

    private static bool Reaches(string from, string to, IReadOnlyList<Arrow> lines, string around) =>
        from != around
        && (from == to || lines.Any(line => line.Source == from && Reaches(line.Target, to, lines, around)));

    private static IReadOnlyList<string> Switched(int turn, bool takesAll) =>
        turn == 0 ? ["Default"] : takesAll ? Fitting(turn) : [Fitting(turn)[0]];

    private static IReadOnlyList<string> Fitting(int turn) =>
        [.. new[] { (1, "A"), (2, "B"), (4, "C") }.Where(way => (turn & way.Item1) != 0).Select(way => way.Item2)];

    private JsonObject ActivityAt(int i)
    {
        var (id, place) = (Id(i), Plan.Places[i]);

        return place.Kind switch
        {
            PlaceKind.Task => Flow.Activity(id, "Review", new { outcomes = new[] { "Approve", "Reject", "Again" } }),
            PlaceKind.Decision => Flow.Activity(id, "Elsa.FlowDecision", new { condition = Condition(i, bit: 1) }),
            PlaceKind.Switch => Flow.Activity(id, "Elsa.FlowSwitch", new
            {
                mode = place.Port % 2 == 1 ? "MatchAny" : "MatchFirst",
                cases = new[]
                {
                    new { label = "A", condition = Condition(i, bit: 1)["expression"] },
                    new { label = "B", condition = Condition(i, bit: 2, isFirst: false)["expression"] },
                },
            }),
            PlaceKind.Turn => Flow.Activity(id, "Turn", new
            {
                turns = Enumerable.Range(1, place.Turns.Count + 1).Select(time => string.Join(',', Outcomes(id, time)!)),
            }),
            PlaceKind.Fork => Flow.Activity(id, "Elsa.FlowFork", new { branches = new[] { "A", "B", "C" } }),
            PlaceKind.JoinAny => Flow.Activity(id, "Elsa.FlowJoin", new { mode = "WaitAny" }),
            PlaceKind.JoinAll => Flow.Activity(id, "Elsa.FlowJoin", new { mode = "WaitAll" }),
            PlaceKind.JoinAllActive => Flow.Activity(id, "Elsa.FlowJoin", new { mode = "WaitAllActive" }),
            PlaceKind.End => Flow.Activity(id, "Elsa.End"),
            _ => Flow.Activity(id, "Mark", new { result = Flow.To("path") }),
        };
    }

    // The first condition counts the executions. One without turns needs no script.
    private JsonObject Condition(int i, int bit, bool isFirst = true)
    {
        if (Plan.Places[i].Turns.Count == 0)
        {
            return Flow.Input("Literal", bit == 1, "Boolean");
        }

        var counter = $"variables.{Counter(i)}";
        var turns = string.Join(',', Plan.Places[i].Turns);
        var count = isFirst ? $"{counter} = {counter} + 1; " : "";

        return Flow.Input("JavaScript", $"{count}var turn = [{turns}][{counter} - 1]; ((turn === undefined ? 1 : turn) & {bit}) !== 0", "Boolean");
    }
}
