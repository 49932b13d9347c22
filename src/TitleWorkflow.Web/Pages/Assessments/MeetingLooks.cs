using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Web.Pages.Shared.Parts;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>How the states of meetings, cases and results look.</summary>
internal static class MeetingLooks
{
    public static StatusLook Of(MeetingStatus status) => status switch
    {
        MeetingStatus.Planned => new("idle", "calendar-event", "assessments.status.Planned"),
        MeetingStatus.Open => new("active", "users-group", "assessments.status.Open"),
        MeetingStatus.Suspended => new("warn", "player-pause", "assessments.status.Suspended"),
        MeetingStatus.Closed => new("warn", "signature", "assessments.status.Closed"),
        _ => new("seal", "rubber-stamp", "assessments.status.Signed"),
    };

    public static StatusLook Of(MeetingCaseStatus status) => status switch
    {
        MeetingCaseStatus.Listed => new("idle", "clock", "assessments.case.Listed"),
        MeetingCaseStatus.Voting => new("active", "circle-dot", "assessments.case.Voting"),
        MeetingCaseStatus.Decided => new("good", "check", "assessments.case.Decided"),
        _ => new("idle", "calendar-off", "assessments.case.Deferred"),
    };

    public static StatusLook Of(AssessmentResult result) => result switch
    {
        AssessmentResult.Passed => new("good", "circle-check", "assessments.result.Passed"),
        AssessmentResult.NotPassed => new("bad", "circle-x", "assessments.result.NotPassed"),
        _ => new("bad", "chart-bar-off", "assessments.result.OverCap"),
    };

    public static StatusLook Of(CapStanding standing) => standing switch
    {
        CapStanding.Within => new("good", "circle-check", "assessments.cap.Within"),
        CapStanding.Tied => new("warn", "alert-triangle", "assessments.cap.Tied"),
        CapStanding.Over => new("bad", "chart-bar-off", "assessments.cap.Over"),
        CapStanding.Open => new("idle", "clock", "assessments.cap.Open"),
        _ => new("idle", "circle-x", "assessments.cap.NotPassed"),
    };
}
