using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Experts;

/// <summary>Where a drawn expert stands.</summary>
public enum DrawSeatStatus
{
    /// <summary>An alternate who has not been called, and does not know.</summary>
    Waiting,

    /// <summary>Invited; has not answered.</summary>
    Invited,

    /// <summary>Has confirmed.</summary>
    Confirmed,

    /// <summary>Has declined, and is replaced.</summary>
    Declined,

    /// <summary>Did not answer in time, and is replaced.</summary>
    Unanswered,
}

/// <summary>One drawn expert: a member, or an alternate until called.</summary>
public sealed class DrawSeat
{
    private DrawSeat()
    {
    }

    internal DrawSeat(ExpertDrawId draw, PersonId expert, int order, DrawSeatStatus status)
    {
        Draw = draw;
        Expert = expert;
        Order = order;
        Status = status;
    }

    /// <summary>The draw.</summary>
    public ExpertDrawId Draw { get; private set; }

    /// <summary>Who.</summary>
    public PersonId Expert { get; private set; }

    /// <summary>Place in the result, members before alternates, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>Where the expert stands.</summary>
    public DrawSeatStatus Status { get; internal set; }

    /// <summary>When the expert answered, or was replaced for silence; null before.</summary>
    public DateTimeOffset? AnsweredAt { get; internal set; }

    /// <summary>Whose place the expert took; null for those drawn as members and for alternates not called.</summary>
    public PersonId? Replaces { get; internal set; }

    /// <summary>Counts towards the committee.</summary>
    public bool IsMember => Status is DrawSeatStatus.Invited or DrawSeatStatus.Confirmed;
}
