using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments.Defences;

/// <summary>Identifies a schedule of oral defences.</summary>
public readonly record struct DefenceScheduleId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static DefenceScheduleId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>A day on which a committee hears applicants (答辩安排); a proposal until it is published.</summary>
public sealed class DefenceSchedule : Aggregate
{
    private DefenceSchedule()
    {
    }

    /// <summary>A schedule that nobody has been told of yet.</summary>
    public DefenceSchedule(OrganisationId committee, DefenceDay day)
    {
        Id = DefenceScheduleId.New();
        Committee = committee;
        HeldOn = day.HeldOn;
        Day = day;
    }

    /// <summary>Identity.</summary>
    public DefenceScheduleId Id { get; private set; }

    /// <summary>The committee.</summary>
    public OrganisationId Committee { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly HeldOn { get; private set; }

    /// <summary>Its hours and rooms.</summary>
    public DefenceDay Day { get; private set; } = null!;

    /// <summary>When applicants were told; null before.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Publishes it: from now on applicants know time and place.</summary>
    /// <param name="defences">Every defence of the schedule with its present readers.</param>
    /// <param name="lastDay">The last day on which applicants are told in time.</param>
    /// <param name="today">Today.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">It is too late, was published before, or a reader would be in two rooms.</exception>
    public void Publish(IReadOnlyList<HeardBy> defences, DateOnly lastDay, DateOnly today, DateTimeOffset now)
    {
        DefenceRules.Unpublished.Require(PublishedAt is null);
        DefenceRules.Notice.Require(today <= lastDay);
        DefenceRules.PanelFree.Require(defences.All(d => d.IsFree(defences)));
        PublishedAt = now;
    }

    /// <summary>Asks whether it may be dropped.</summary>
    /// <exception cref="RuleBrokenException">It was published.</exception>
    public void Drop() => DefenceRules.Unpublished.Require(PublishedAt is null);
}
