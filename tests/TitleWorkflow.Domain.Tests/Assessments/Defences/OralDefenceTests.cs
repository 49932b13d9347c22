using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Assessments.Defences;

public sealed class OralDefenceTests
{
    private static readonly DefenceDay Day = new(
        new DateOnly(2022, 11, 25), new TimeOnly(8, 30), new TimeOnly(11, 30), 20, 0, 0, ["人才大厦 301", "人才大厦 302"]);

    private static readonly DateOnly Told = new(2022, 11, 22);
    private static readonly PersonId Shared = PersonId.New();

    private readonly DefenceSchedule schedule = new(new OrganisationId(Guid.NewGuid()), Day);

    [Fact]
    public void A_schedule_is_published_once_and_in_time()
    {
        HeardBy[] all = [At(0, 0)];

        Refused.With(DefenceRules.Notice, () => schedule.Publish(all, Told, Told.AddDays(1), Now(Told)));
        schedule.Drop();
        schedule.Publish(all, Told, Told, Now(Told));
        Refused.With(DefenceRules.Unpublished, () => schedule.Publish(all, Told, Told, Now(Told)));
        Refused.With(DefenceRules.Unpublished, schedule.Drop);
    }

    [Fact]
    public void Nothing_is_published_with_a_reader_in_two_rooms() => Refused.With(
        DefenceRules.PanelFree, () => schedule.Publish([At(0, 0, Shared), At(1, 0, Shared)], Told, Told, Now(Told)));

    [Fact]
    public void A_defence_is_moved_for_a_reason_to_where_room_and_readers_are_free()
    {
        var (moved, other) = (At(0, 0, Shared), At(0, 1, Shared));
        HeardBy[] all = [moved, other];

        Refused.With(DefenceRules.MoveReasoned, () => Move(moved, 1, 2, all, " "));
        Refused.With(DefenceRules.OnTheDay, () => moved.Defence.Move(Day, "人才大厦 401", Day.Starts()[2], "设备故障", all));
        Refused.With(DefenceRules.PanelFree, () => Move(moved, 1, 1, all));
        Move(moved, 1, 2, all);

        Assert.Equal((Day.Rooms[1], Day.Starts()[2], "设备故障"), (moved.Defence.Room, moved.Defence.StartsAt, moved.Defence.MovedBecause));
    }

    [Fact]
    public void What_is_recorded_has_begun_and_stays()
    {
        var heard = At(0, 0);
        var begun = Day.Starts()[0];

        Refused.With(DefenceRules.Begun, () => heard.Defence.Record(schedule, true, 82, null, begun));
        schedule.Publish([heard], Told, Told, Now(Told));
        Refused.With(DefenceRules.Begun, () => heard.Defence.Record(schedule, true, 82, null, begun.AddMinutes(-1)));
        Refused.With(DefenceRules.ScoreOfAttended, () => heard.Defence.Record(schedule, true, 101, null, begun));
        Refused.With(DefenceRules.ScoreOfAttended, () => heard.Defence.Record(schedule, false, 82, null, begun));
        heard.Defence.Record(schedule, true, 82, "思路清楚", begun);
        Refused.With(DefenceRules.NotRecorded, () => heard.Defence.Record(schedule, false, null, null, begun));
        Refused.With(DefenceRules.NotRecorded, () => Move(heard, 1, 2, [heard]));

        Assert.Equal((DefenceOutcome.Attended, 82), (heard.Defence.Outcome, heard.Defence.Score));
    }

    private static DateTimeOffset Now(DateOnly day) => Qingtan.Time($"{day:yyyy-MM-dd} 09:00");

    private static void Move(HeardBy heard, int room, int time, HeardBy[] all, string reason = "设备故障") =>
        heard.Defence.Move(Day, Day.Rooms[room], Day.Starts()[time], reason, all);

    private HeardBy At(int room, int time, params PersonId[] readers) => new(
        new OralDefence(schedule.Id, new DefencePlace(DeclarationId.New(), Day.Rooms[room], Day.Starts()[time])), readers);
}
