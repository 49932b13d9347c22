using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Web.Pages.Shared.Parts;

namespace TitleWorkflow.Web.Pages.Experts;

/// <summary>How the states of experts, draws and drawn seats look.</summary>
internal static class ExpertLooks
{
    public static StatusLook Of(ExpertState state) => state switch
    {
        ExpertState.Nominated => new("warn", "user-plus", "experts.state.Nominated"),
        ExpertState.Screened => new("active", "checklist", "experts.state.Screened"),
        ExpertState.Rejected => new("bad", "circle-x", "experts.state.Rejected"),
        ExpertState.InPublicity => new("active", "speakerphone", "experts.state.InPublicity"),
        ExpertState.Declined => new("idle", "user-off", "experts.state.Declined"),
        ExpertState.Appointed => new("active", "calendar-event", "experts.state.Appointed"),
        ExpertState.Active => new("good", "circle-check", "experts.state.Active"),
        ExpertState.Suspended => new("warn", "player-pause", "experts.state.Suspended"),
        ExpertState.Expired => new("idle", "calendar-off", "experts.state.Expired"),
        _ => new("idle", "user-minus", "experts.state.Removed"),
    };

    public static StatusLook Of(ExpertDrawStatus status) => status switch
    {
        ExpertDrawStatus.Frozen => new("warn", "hourglass", "experts.draw.status.Frozen"),
        ExpertDrawStatus.Drawn => new("sealed", "lock", "experts.draw.status.Drawn"),
        _ => new("good", "users-group", "experts.draw.status.Seated"),
    };

    public static StatusLook Of(DrawSeatStatus status) => status switch
    {
        DrawSeatStatus.Waiting => new("idle", "clock", "experts.seat.Waiting"),
        DrawSeatStatus.Invited => new("warn", "mail", "experts.seat.Invited"),
        DrawSeatStatus.Confirmed => new("good", "check", "experts.seat.Confirmed"),
        DrawSeatStatus.Declined => new("idle", "user-off", "experts.seat.Declined"),
        _ => new("idle", "clock-off", "experts.seat.Unanswered"),
    };
}
