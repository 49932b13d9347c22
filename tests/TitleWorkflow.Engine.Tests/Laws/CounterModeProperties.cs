using FsCheck.Fluent;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Tests.Laws;

[Trait("Semantics", "4.3")]
public sealed class CounterModeProperties
{
    [Fact]
    public void Counter_mode_does_what_a_slow_reading_of_its_rules_does() =>
        Law.Holds(Drawings.InCounterMode, drawing =>
            Assert.Equal(
                NaiveCounterMode.Run(drawing).Trace,
                from entry in Course.Run(drawing).Store.Journal
                where entry.EventName != JournalEvents.Altered
                let outcomes = entry.Outcomes.Count > 0 || entry.EventName == JournalEvents.Completed
                    ? $" {string.Join(',', entry.Outcomes)}"
                    : ""
                select $"{entry.ActivityId} {entry.EventName}{outcomes}"));
}
