using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments.Defences;

/// <summary>Identifies one oral defence.</summary>
public readonly record struct OralDefenceId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static OralDefenceId New() => new(Guid.CreateVersion7());
}

/// <summary>What became of a defence.</summary>
public enum DefenceOutcome
{
    /// <summary>Still to come.</summary>
    Awaited,

    /// <summary>The applicant came.</summary>
    Attended,

    /// <summary>The applicant did not come (缺席).</summary>
    Absent,
}

/// <summary>A defence with who reads the dossier now.</summary>
/// <param name="Defence">The defence.</param>
/// <param name="Readers">Its readers; whoever left the dossier is not among them.</param>
public sealed record HeardBy(OralDefence Defence, IReadOnlyList<PersonId> Readers)
{
    /// <summary>Whether room and readers are free for it among those of the same schedule.</summary>
    public bool IsFree(IEnumerable<HeardBy> all) => !all.Any(o =>
        o.Defence.Id != Defence.Id && o.Defence.StartsAt == Defence.StartsAt
        && (o.Defence.Room == Defence.Room || o.Readers.Intersect(Readers).Any()));
}

/// <summary>One applicant's oral defence (答辩): when and where, and what came of it. Never part of the vote.</summary>
public sealed class OralDefence : Aggregate
{
    private OralDefence()
    {
    }

    /// <summary>A defence as the layout has it.</summary>
    public OralDefence(DefenceScheduleId schedule, DefencePlace place)
    {
        Id = OralDefenceId.New();
        Schedule = schedule;
        Declaration = place.Declaration;
        Room = place.Room;
        StartsAt = place.StartsAt;
    }

    /// <summary>Identity.</summary>
    public OralDefenceId Id { get; private set; }

    /// <summary>The schedule.</summary>
    public DefenceScheduleId Schedule { get; private set; }

    /// <summary>The dossier.</summary>
    public DeclarationId Declaration { get; private set; }

    /// <summary>Where.</summary>
    public string Room { get; private set; } = "";

    /// <summary>When it begins.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>Why it was moved last; null if it is where the layout put it.</summary>
    public string? MovedBecause { get; private set; }

    /// <summary>What became of it.</summary>
    public DefenceOutcome Outcome { get; private set; }

    /// <summary>Points from 0 to 100, for reference; null if none were given.</summary>
    public int? Score { get; private set; }

    /// <summary>What the readers thought of it, for reference; null if nothing was written.</summary>
    public string? Opinion { get; private set; }

    /// <summary>The office moves it to another room or time.</summary>
    /// <param name="day">Hours and rooms of the schedule.</param>
    /// <param name="room">Where to.</param>
    /// <param name="startsAt">When to.</param>
    /// <param name="reason">Why.</param>
    /// <param name="all">All of the schedule with their readers, this one among them.</param>
    /// <exception cref="RuleBrokenException">No reason, no such place, somebody would be in two rooms, or it was recorded.</exception>
    public void Move(DefenceDay day, string room, DateTimeOffset startsAt, string? reason, IReadOnlyList<HeardBy> all)
    {
        DefenceRules.NotRecorded.Require(Outcome == DefenceOutcome.Awaited);
        DefenceRules.MoveReasoned.Require(!string.IsNullOrWhiteSpace(reason));
        DefenceRules.OnTheDay.Require(day.Rooms.Contains(room) && day.Starts().Contains(startsAt));
        Room = room;
        StartsAt = startsAt;
        DefenceRules.PanelFree.Require(all.Single(h => h.Defence.Id == Id).IsFree(all));
        MovedBecause = reason!.Trim();
    }

    /// <summary>The office records whether the applicant came, and what the readers thought of it.</summary>
    /// <exception cref="RuleBrokenException">Not published, too early, recorded before, or a score of who did not come.</exception>
    public void Record(DefenceSchedule schedule, bool attended, int? score, string? opinion, DateTimeOffset now)
    {
        DefenceRules.NotRecorded.Require(Outcome == DefenceOutcome.Awaited);
        DefenceRules.Begun.Require(schedule.PublishedAt is not null && StartsAt <= now);
        var written = string.IsNullOrWhiteSpace(opinion) ? null : opinion.Trim();
        DefenceRules.ScoreOfAttended.Require(score is null or (>= 0 and <= 100) && (attended || (score is null && written is null)));
        Outcome = attended ? DefenceOutcome.Attended : DefenceOutcome.Absent;
        Score = score;
        Opinion = written;
    }
}
