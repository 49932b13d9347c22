using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments.Defences;

/// <summary>Who is to be heard, and by whom.</summary>
/// <param name="Declaration">The dossier.</param>
/// <param name="Readers">Who reads it now; whoever left it for an interest is not among them.</param>
public sealed record DefenceCandidate(DeclarationId Declaration, IReadOnlyList<PersonId> Readers);

/// <summary>Where and when one candidate is heard.</summary>
/// <param name="Declaration">The dossier.</param>
/// <param name="Room">The room.</param>
/// <param name="StartsAt">When.</param>
public sealed record DefencePlace(DeclarationId Declaration, string Room, DateTimeOffset StartsAt);

/// <summary>Why there is no layout.</summary>
public enum DefenceObstacle
{
    /// <summary>More candidates than rooms and times.</summary>
    TooFewPlaces,

    /// <summary>One reader has more candidates than there are times.</summary>
    ReaderOverloaded,

    /// <summary>Readers have too many candidates in common; none was found.</summary>
    TooEntangled,
}

/// <summary>
/// Rooms and times for candidates, so that no reader is in two rooms at once; the same candidates give the same layout. A reader
/// stays in a room where that can be.
/// </summary>
/// <param name="Places">One for each candidate, by time and room; empty if there is an obstacle.</param>
/// <param name="Obstacle">Why there is none; null if there is one.</param>
/// <param name="Reader">Whose candidates are too many; null unless that is the obstacle.</param>
/// <param name="Needed">Candidates in all, or of that reader.</param>
/// <param name="Available">Places in all, or times of that reader.</param>
public sealed record DefenceLayout(
    IReadOnlyList<DefencePlace> Places, DefenceObstacle? Obstacle, PersonId? Reader, int Needed, int Available)
{
    // Enough for any real day; a search that needs more has too little room to be worth it.
    private const int Patience = 200_000;

    /// <summary>The places, where everybody has one.</summary>
    /// <exception cref="RuleBrokenException">There is an obstacle.</exception>
    public IReadOnlyList<DefencePlace> Required()
    {
        DefenceRules.Possible.Require(Obstacle is null);
        return Places;
    }

    /// <summary>Lays the candidates out.</summary>
    public static DefenceLayout Of(IReadOnlyList<DefenceCandidate> candidates, DefenceDay day)
    {
        var starts = day.Starts();
        var places = starts.Count * day.Rooms.Count;
        if (candidates.Count > places)
        {
            return new([], DefenceObstacle.TooFewPlaces, null, candidates.Count, places);
        }

        var busiest = candidates.SelectMany(c => c.Readers).CountBy(r => r).OrderBy(r => r.Key.Value).DefaultIfEmpty()
            .MaxBy(r => r.Value);
        if (busiest.Value > starts.Count)
        {
            return new([], DefenceObstacle.ReaderOverloaded, busiest.Key, busiest.Value, starts.Count);
        }

        return new Search(candidates, starts.Count, day.Rooms.Count).Run() is { } times
            ? new(InRooms(candidates, times, starts, day.Rooms), null, null, candidates.Count, places)
            : new([], DefenceObstacle.TooEntangled, null, candidates.Count, places);
    }

    private static List<DefencePlace> InRooms(
        IReadOnlyList<DefenceCandidate> candidates, int[] times, IReadOnlyList<DateTimeOffset> starts, IReadOnlyList<string> rooms)
    {
        var places = new List<DefencePlace>();
        var before = new IReadOnlyList<PersonId>[rooms.Count];
        Array.Fill(before, []);
        foreach (var group in candidates.Index().GroupBy(c => times[c.Index], c => c.Item).OrderBy(g => g.Key))
        {
            var free = Enumerable.Range(0, rooms.Count).ToList();
            foreach (var candidate in group)
            {
                var room = free.MaxBy(r => before[r].Intersect(candidate.Readers).Count());
                free.Remove(room);
                before[room] = candidate.Readers;
                places.Add(new DefencePlace(candidate.Declaration, rooms[room], starts[group.Key]));
            }
        }

        return [.. places.OrderBy(p => p.StartsAt).ThenBy(p => rooms.Index().First(r => r.Item == p.Room).Index)];
    }

    // Colours a graph: candidates with a reader in common get different times, a time no more candidates than rooms.
    private sealed class Search
    {
        private const int Open = -1;

        private readonly int times;
        private readonly int rooms;
        private readonly int[][] neighbours;
        private readonly int[] time;
        private readonly int[] taken;
        private int steps;

        public Search(IReadOnlyList<DefenceCandidate> candidates, int times, int rooms)
        {
            this.times = times;
            this.rooms = rooms;
            time = new int[candidates.Count];
            Array.Fill(time, Open);
            taken = new int[times];
            neighbours =
            [
                .. candidates.Select((c, i) => Enumerable.Range(0, candidates.Count)
                    .Where(j => j != i && candidates[j].Readers.Intersect(c.Readers).Any()).ToArray()),
            ];
        }

        public int[]? Run() => Place(0, 0) ? time : null;

        private bool Place(int placed, int used)
        {
            if (placed == time.Length)
            {
                return true;
            }

            var next = Tightest();
            var barred = neighbours[next].Select(n => time[n]).ToHashSet();

            // Of the times nobody has yet, one is as good as another: only the first is tried.
            for (var at = 0; at < Math.Min(times, used + 1) && steps < Patience; at++)
            {
                if (taken[at] == rooms || barred.Contains(at))
                {
                    continue;
                }

                steps++;
                time[next] = at;
                taken[at]++;
                if (Place(placed + 1, Math.Max(used, at + 1)))
                {
                    return true;
                }

                time[next] = Open;
                taken[at]--;
            }

            return false;
        }

        private int Tightest() => Enumerable.Range(0, time.Length).Where(c => time[c] == Open)
            .MaxBy(c => (neighbours[c].Select(n => time[n]).Where(t => t != Open).Distinct().Count(), neighbours[c].Length, -c));
    }
}
