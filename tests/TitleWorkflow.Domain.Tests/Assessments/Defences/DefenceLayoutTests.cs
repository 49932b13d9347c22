using FsCheck;
using FsCheck.Fluent;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Assessments.Defences;

public sealed class DefenceLayoutTests
{
    private static readonly PersonId[] Experts = [.. Enumerable.Range(0, 9).Select(_ => PersonId.New())];

    [Fact]
    public void Times_follow_each_other_with_breaks_between()
    {
        var starts = Day(rooms: 1, until: new TimeOnly(10, 30)).Starts();

        Assert.Equal(["08:30", "08:50", "09:10", "09:45", "10:05"], starts.Select(s => s.ToOffset(ChinaTime.Offset).ToString("HH:mm")));
    }

    [Fact]
    public void Groups_of_different_readers_are_heard_at_once_and_stay_in_their_rooms()
    {
        DefenceCandidate[] candidates = [Read(0, 1, 2), Read(0, 1, 2), Read(3, 4, 5), Read(3, 4, 5)];

        var layout = DefenceLayout.Of(candidates, Day(rooms: 2));

        Assert.Null(layout.Obstacle);
        Assert.Equal(2, layout.Places.Select(p => p.StartsAt).Distinct().Count());
        Assert.Equal(Room(layout, candidates[0]), Room(layout, candidates[1]));
        Assert.Equal(Room(layout, candidates[2]), Room(layout, candidates[3]));
    }

    [Fact]
    public void The_same_candidates_give_the_same_layout()
    {
        DefenceCandidate[] candidates = [Read(0, 1, 2), Read(2, 3, 4), Read(4, 5, 6), Read(0, 5, 8)];

        Assert.Equal(DefenceLayout.Of(candidates, Day(rooms: 2)).Places, DefenceLayout.Of(candidates, Day(rooms: 2)).Places);
    }

    [Fact]
    public void Too_few_places_are_told_by_their_number()
    {
        var layout = DefenceLayout.Of([Read(0, 1, 2), Read(3, 4, 5), Read(6, 7, 8)], Day(rooms: 2, until: new TimeOnly(8, 55)));

        Assert.Equal((DefenceObstacle.TooFewPlaces, 3, 2), (layout.Obstacle, layout.Needed, layout.Available));
        Assert.Empty(layout.Places);
        Refused.With(DefenceRules.Possible, () => layout.Required());
    }

    [Fact]
    public void A_reader_with_more_candidates_than_times_is_named()
    {
        var layout = DefenceLayout.Of([Read(0, 1, 2), Read(0, 3, 4), Read(0, 5, 6)], Day(rooms: 3, until: new TimeOnly(9, 10)));

        Assert.Equal(
            (DefenceObstacle.ReaderOverloaded, Experts[0], 3, 2),
            (layout.Obstacle, layout.Reader, layout.Needed, layout.Available));
    }

    [Fact]
    public void Three_who_pairwise_share_a_reader_do_not_fit_into_two_times()
    {
        var layout = DefenceLayout.Of([Read(0, 1, 2), Read(2, 3, 4), Read(4, 5, 0)], Day(rooms: 3, until: new TimeOnly(9, 10)));

        Assert.Equal(DefenceObstacle.TooEntangled, layout.Obstacle);
    }

    [Fact]
    public void No_layout_has_a_reader_in_two_rooms_or_two_candidates_in_one() => Prop
        .ForAll(Gen.Choose(0, 8).ArrayOf().ToArbitrary(), picks =>
        {
            var candidates = picks.Take(24).Select(p => Read(p, (p + 1) % 9, (p + 3) % 9)).ToList();
            var readers = candidates.ToDictionary(c => c.Declaration, c => c.Readers);

            var layout = DefenceLayout.Of(candidates, Day(rooms: 3));

            return layout.Places.Count == (layout.Obstacle is null ? candidates.Count : 0)
                && layout.Places.GroupBy(p => p.StartsAt).All(time =>
                    time.Select(p => p.Room).Distinct().Count() == time.Count()
                    && time.SelectMany(p => readers[p.Declaration]).Distinct().Count() == 3 * time.Count());
        })
        .QuickCheckThrowOnFailure();

    private static DefenceDay Day(int rooms, TimeOnly? until = null) => new(
        new DateOnly(2022, 11, 25), new TimeOnly(8, 30), until ?? new TimeOnly(17, 30), 20, 3, 15,
        [.. Enumerable.Range(1, rooms).Select(r => $"人才大厦 30{r}")]);

    private static DefenceCandidate Read(params int[] by) => new(DeclarationId.New(), [.. by.Select(e => Experts[e])]);

    private static string Room(DefenceLayout layout, DefenceCandidate candidate) =>
        layout.Places.Single(p => p.Declaration == candidate.Declaration).Room;
}
