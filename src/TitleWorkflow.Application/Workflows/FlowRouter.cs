using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows;

/// <summary>
/// Finds ways for the arrows of a drawing: right-angled, around the boxes, with few bends, not on top of arrows that lead
/// elsewhere. A shortest-path search over the lines that run beside and through the middle of the boxes.
/// </summary>
internal sealed class FlowRouter
{
    private const double Gap = 20;
    private const double Clearance = 8;
    private const double Bend = 45;
    private const double Shared = 7;
    private const double OtherWay = 240;
    private const double SameWay = 60;

    private static readonly (int X, int Y)[] Ways = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    private readonly double[] xs;
    private readonly double[] ys;
    private readonly HashSet<(int X, int Y, bool Across)> blocked = [];
    private readonly Dictionary<(int X, int Y, bool Across), HashSet<FlowPlace>> used = [];
    private readonly HashSet<(FlowPlace Box, int X, int Y, bool Out)> ports = [];

    public FlowRouter(IReadOnlyCollection<FlowPlace> boxes)
    {
        xs = [.. boxes.SelectMany(b => new[] { b.X - Gap, b.X + (b.Width / 2), b.Right + Gap }).Distinct().Order()];
        ys = [.. boxes.SelectMany(b => new[] { b.Y - Gap, b.Y + (b.Height / 2), b.Bottom + Gap }).Distinct().Order()];
        foreach (var box in boxes)
        {
            Block(box);
        }
    }

    /// <summary>The bends of the arrow from one box to another, both ends included.</summary>
    public IReadOnlyList<Point> Route(FlowPlace source, FlowPlace target)
    {
        var best = new Dictionary<(int X, int Y, int Way), double>();
        var from = new Dictionary<(int X, int Y, int Way), (int X, int Y, int Way)>();
        var queue = new PriorityQueue<(int X, int Y, int Way), double>();
        for (var way = 0; way < Ways.Length; way++)
        {
            var (x, y) = Stub(source, Ways[way]);
            var price = PortPrice(source, Ways[way], leaves: true);
            best[(x, y, way)] = price;
            queue.Enqueue((x, y, way), price);
        }

        var goals = Enumerable.Range(0, Ways.Length)
            .Select(way => (Stub: Stub(target, (-Ways[way].X, -Ways[way].Y)), Way: way))
            .ToDictionary(g => (g.Stub.X, g.Stub.Y, g.Way));
        while (queue.TryDequeue(out var at, out var cost))
        {
            if (cost > best[at])
            {
                continue;
            }

            if (goals.ContainsKey(at))
            {
                return Finish(source, target, Walk(from, at));
            }

            for (var way = 0; way < Ways.Length; way++)
            {
                var next = (X: at.X + Ways[way].X, Y: at.Y + Ways[way].Y, Way: way);
                if (way == (at.Way + 2) % 4 || next.X < 0 || next.Y < 0 || next.X >= xs.Length || next.Y >= ys.Length
                    || blocked.Contains(Segment(at, next)))
                {
                    continue;
                }

                var price = cost + Length(at.X, at.Y, next.X, next.Y) * Factor(at, next, target) + (way == at.Way ? 0 : Bend);
                if (goals.ContainsKey(next))
                {
                    price += PortPrice(target, (-Ways[way].X, -Ways[way].Y), leaves: false);
                }

                if (!best.TryGetValue(next, out var known) || price < known)
                {
                    best[next] = price;
                    from[next] = at;
                    queue.Enqueue(next, price);
                }
            }
        }

        return [Edge(source, (1, 0)), Edge(target, (-1, 0))];
    }

    private static List<(int X, int Y, int Way)> Walk(
        Dictionary<(int X, int Y, int Way), (int X, int Y, int Way)> from, (int X, int Y, int Way) end)
    {
        var walk = new List<(int X, int Y, int Way)> { end };
        while (from.TryGetValue(walk[^1], out var before))
        {
            walk.Add(before);
        }

        walk.Reverse();
        return walk;
    }

    private List<Point> Finish(FlowPlace source, FlowPlace target, List<(int X, int Y, int Way)> walk)
    {
        foreach (var (a, b) in walk.Zip(walk.Skip(1)))
        {
            if (!used.TryGetValue(Segment(a, b), out var targets))
            {
                used[Segment(a, b)] = targets = [];
            }

            targets.Add(target);
        }

        var (first, last) = (Ways[walk[0].Way], Ways[walk[^1].Way]);
        ports.Add((source, first.X, first.Y, true));
        ports.Add((target, -last.X, -last.Y, false));
        List<Point> points =
        [
            Edge(source, first), .. walk.Select(w => new Point(xs[w.X], ys[w.Y])), Edge(target, (-last.X, -last.Y)),
        ];
        for (var i = points.Count - 2; i > 0; i--)
        {
            if ((points[i - 1].X == points[i].X && points[i].X == points[i + 1].X)
                || (points[i - 1].Y == points[i].Y && points[i].Y == points[i + 1].Y))
            {
                points.RemoveAt(i);
            }
        }

        return points;
    }

    // Arrows to the same box may join; arrows to different boxes would be misread if they did.
    private double Factor((int X, int Y, int Way) at, (int X, int Y, int Way) next, FlowPlace target) =>
        used.TryGetValue(Segment(at, next), out var targets) && targets.Any(t => t != target) ? Shared : 1;

    // A side where arrows both come and go cannot be read; several outcomes had better leave by several sides.
    private double PortPrice(FlowPlace box, (int X, int Y) side, bool leaves)
    {
        var otherWay = ports.Contains((box, side.X, side.Y, !leaves));
        var sameWay = leaves && ports.Contains((box, side.X, side.Y, true));
        return (otherWay ? OtherWay : 0) + (sameWay ? SameWay : 0);
    }

    private static (int X, int Y, bool Across) Segment((int X, int Y, int Way) a, (int X, int Y, int Way) b) =>
        (Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), a.Y == b.Y);

    private double Length(int x1, int y1, int x2, int y2) => Math.Abs(xs[x1] - xs[x2]) + Math.Abs(ys[y1] - ys[y2]);

    // No line crosses a box or brushes it.
    private void Block(FlowPlace box)
    {
        for (var x = 0; x < xs.Length; x++)
        {
            for (var y = 0; y < ys.Length; y++)
            {
                if (x + 1 < xs.Length && Touches(box, xs[x], ys[y], xs[x + 1], ys[y]))
                {
                    blocked.Add((x, y, true));
                }

                if (y + 1 < ys.Length && Touches(box, xs[x], ys[y], xs[x], ys[y + 1]))
                {
                    blocked.Add((x, y, false));
                }
            }
        }
    }

    private static bool Touches(FlowPlace box, double left, double top, double right, double bottom) =>
        left < box.Right + Clearance && right > box.X - Clearance && top < box.Bottom + Clearance && bottom > box.Y - Clearance;

    private (int X, int Y) Stub(FlowPlace box, (int X, int Y) side)
    {
        var edge = Edge(box, side);
        return (Array.IndexOf(xs, edge.X + (side.X * Gap)), Array.IndexOf(ys, edge.Y + (side.Y * Gap)));
    }

    private static Point Edge(FlowPlace box, (int X, int Y) side) => side switch
    {
        (1, 0) => new Point(box.Right, box.Y + (box.Height / 2)),
        (-1, 0) => new Point(box.X, box.Y + (box.Height / 2)),
        (0, 1) => new Point(box.X + (box.Width / 2), box.Bottom),
        _ => new Point(box.X + (box.Width / 2), box.Y),
    };
}
