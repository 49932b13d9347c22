using FsCheck;
using FsCheck.Fluent;
using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Domain.Tests.Calendars;

public sealed class WorkingCalendarProperties
{
    // The longest period below, 60 working days, still ends inside the last notice.
    private static readonly Gen<DateOnly> AnyDay =
        Gen.Choose(0, OfficialCalendar.LastDay.DayNumber - OfficialCalendar.FirstDay.DayNumber - 120)
            .Select(OfficialCalendar.FirstDay.AddDays);

    private static readonly Gen<CountMode> AnyMode = Gen.Elements(CountMode.ExcludeStartDay, CountMode.IncludeStartDay);

    private static readonly Arbitrary<(DateOnly Start, int Days, CountMode Mode)> AnyPeriod =
        (from start in AnyDay from days in Gen.Choose(1, 60) from mode in AnyMode select (start, days, mode))
        .ToArbitrary();

    [Fact]
    public void A_period_never_ends_on_a_day_that_rests() => Prop
        .ForAll(AnyPeriod, p => OfficialCalendar.IsWorked(Window(p).LastDay))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_period_has_exactly_its_number_of_days() => Prop
        .ForAll(AnyPeriod, p => Window(p).Days.Count == p.Days && Window(p).Days.Distinct().Count() == p.Days)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_period_counts_every_working_day_up_to_its_last_and_no_other() => Prop
        .ForAll(AnyPeriod, p => Window(p).Days.SequenceEqual(Worked(FirstCandidate(p), Window(p).LastDay)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void More_days_end_later() => Prop
        .ForAll(AnyPeriod, p => Window(p).LastDay < Window(p with { Days = p.Days + 1 }).LastDay)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_later_start_never_ends_earlier() => Prop
        .ForAll(AnyPeriod, p => Window(p).LastDay <= Window(p with { Start = p.Start.AddDays(1) }).LastDay)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_the_start_day_never_ends_later() => Prop
        .ForAll(AnyPeriod, p =>
            Window(p with { Mode = CountMode.IncludeStartDay }).LastDay
            <= Window(p with { Mode = CountMode.ExcludeStartDay }).LastDay)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_back_undoes_counting_on() => Prop
        .ForAll(AnyPeriod, p =>
        {
            var start = Window(p).LastDay;
            var end = OfficialCalendar.Loaded.Window(start, 5).LastDay;
            return OfficialCalendar.Loaded.Before(end, 5) == start && OfficialCalendar.Loaded.DaysLeft(start, end) == 6;
        })
        .QuickCheckThrowOnFailure();

    private static WorkingWindow Window((DateOnly Start, int Days, CountMode Mode) period) =>
        OfficialCalendar.Loaded.Window(period.Start, period.Days, period.Mode);

    private static DateOnly FirstCandidate((DateOnly Start, int Days, CountMode Mode) period) =>
        period.Mode == CountMode.IncludeStartDay ? period.Start : period.Start.AddDays(1);

    private static IEnumerable<DateOnly> Worked(DateOnly from, DateOnly to) =>
        Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).Where(OfficialCalendar.IsWorked);
}
