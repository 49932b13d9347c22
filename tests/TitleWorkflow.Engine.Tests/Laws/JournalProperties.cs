using System.Text.RegularExpressions;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Tests.Laws;

[Trait("Semantics", "10")]
public sealed partial class JournalProperties
{
    [Fact]
    public void The_order_of_the_journal_is_one_that_the_lines_of_the_drawing_allow() =>
        Law.Holds(Drawings.InBothModes, drawing =>
        {
            var journal = Course.Run(drawing).Store.Journal;
            var causes = new Causes(drawing);

            Assert.Equal(Enumerable.Range(1, journal.Count).Select(n => (long)n), journal.Select(entry => entry.Sequence));
            Assert.Equal(["Workflow1 Started", "chart Started"], journal.Take(2).Select(Words));

            foreach (var entry in journal.Where(entry => entry.ActivityId.StartsWith('n')))
            {
                causes.Observe(entry);
            }

            if (journal.Exists(entry => entry is { ActivityId: "chart", EventName: JournalEvents.Completed }))
            {
                Assert.Equal(["chart Completed", "Workflow1 Completed"], journal.TakeLast(2).Select(Words));
            }
        });

    [Fact]
    public void Whatever_begins_ends_at_most_once_and_does_nothing_after_its_end() =>
        Law.Holds(Drawings.InBothModes, drawing =>
            Assert.All(
                Course.Run(drawing).Store.Journal
                    .Where(entry => entry.EventName is not (JournalEvents.Altered or JournalEvents.Stuck))
                    .GroupBy(entry => entry.ActivityInstanceId),
                execution => Assert.Matches(
                    WholeLife(), string.Join(' ', execution.Select(entry => entry.EventName)))));

    private static string Words(JournalEntry entry) => $"{entry.ActivityId} {entry.EventName}";

    [GeneratedRegex("^Started( Suspended Resumed)*( Suspended)?( Completed| Canceled)?$")]
    private static partial Regex WholeLife();

    /// <summary>What has happened so far, and what may therefore happen next.</summary>
    private sealed class Causes(Drawing drawing)
    {
        private readonly bool isOrdered = !drawing.HasLoops
            && drawing.Plan.Mode == FlowchartMode.Counter
            && drawing.Plan.Places.All(place => place.Kind != PlaceKind.JoinAny);

        private readonly Dictionary<Arrow, int> arrivals = [];
        private readonly HashSet<string> begun = [];

        public void Observe(JournalEntry entry)
        {
            switch (entry.EventName)
            {
                case JournalEvents.Started:
                    MayBegin(entry.ActivityId);
                    begun.Add(entry.ActivityId);
                    break;

                case JournalEvents.Completed:
                    MayComplete(entry.ActivityId);
                    Arrive(entry);
                    break;
            }
        }

        private void MayBegin(string id)
        {
            var inbound = drawing.Arrows.Where(arrow => arrow.Target == id).ToList();

            Assert.True(
                id == Drawing.Id(0) || inbound.Exists(arrivals.ContainsKey), $"{id} began, and nothing led to it.");

            if (drawing.At(id).Kind == PlaceKind.JoinAll)
            {
                Assert.All(inbound.Where(drawing.IsForward), arrow => Assert.Contains(arrow, arrivals.Keys));
            }

            if (isOrdered)
            {
                Assert.DoesNotContain(id, begun);
            }
        }

        // Without loops and races nothing that leads to another activity comes after it.
        private void MayComplete(string id)
        {
            if (isOrdered)
            {
                Assert.DoesNotContain(begun, later => later != id && drawing.Leads(id, later));
            }
        }

        private void Arrive(JournalEntry entry)
        {
            var isPlain = drawing.Outcomes(entry.ActivityId, time: 1) is null;

            foreach (var arrow in drawing.Arrows.Where(arrow => arrow.Source == entry.ActivityId
                && (arrow.Port is null ? isPlain : entry.Outcomes.Contains(arrow.Port))))
            {
                arrivals[arrow] = arrivals.GetValueOrDefault(arrow) + 1;
            }
        }
    }
}
