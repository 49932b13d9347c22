namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>How a status looks: tone, icon and text key.</summary>
public sealed record StatusLook(string Tone, string Icon, string Key);

/// <summary>The look of every status of a declaration, by the name it has in the domain.</summary>
internal static class Statuses
{
    private static readonly StatusLook UnderReview = new("active", "users-group", "status.UnderReview");

    private static readonly Dictionary<string, StatusLook> ForApplicants = new()
    {
        ["Draft"] = new("idle", "pencil", "status.Draft"),
        ["NominationPending"] = new("active", "writing-sign", "status.NominationPending"),
        ["EmployerChecking"] = new("active", "building", "status.EmployerChecking"),
        ["EmployerPublicity"] = new("active", "speakerphone", "status.EmployerPublicity"),
        ["EmployerPublicityHeld"] = new("warn", "hand-stop", "status.EmployerPublicityHeld"),
        ["Returned"] = new("warn", "arrow-back-up", "status.Returned"),
        ["Vetting"] = new("active", "checklist", "status.Vetting"),
        ["EligibilityCheck"] = new("active", "list-check", "status.EligibilityCheck"),
        ["SupplementPending"] = new("warn", "alert-triangle", "status.SupplementPending"),
        ["Accepted"] = new("good", "circle-check", "status.Accepted"),
        ["UnderReview"] = UnderReview,
        ["PlanFiled"] = UnderReview,
        ["CommitteeFormed"] = UnderReview,
        ["UnderGroupReview"] = UnderReview,
        ["AwaitingMeeting"] = UnderReview,
        ["Voted"] = UnderReview,
        ["Passed"] = UnderReview,
        ["ResultPublicity"] = new("active", "speakerphone", "status.ResultPublicity"),
        ["ObjectionHold"] = new("warn", "hand-stop", "status.ObjectionHold"),
        ["NotPassed"] = new("bad", "circle-x", "status.NotPassed"),
        ["OverCap"] = new("bad", "chart-bar-off", "status.OverCap"),
        ["Confirming"] = new("active", "file-check", "status.Confirming"),
        ["Filed"] = new("good", "archive", "status.Filed"),
        ["CertificateIssued"] = new("good", "certificate", "status.CertificateIssued"),
        ["DeemedWithdrawn"] = new("bad", "clock-off", "status.DeemedWithdrawn"),
        ["Withdrawn"] = new("idle", "arrow-back", "status.Withdrawn"),
        ["Refused"] = new("bad", "ban", "status.Refused"),
        ["Cancelled"] = new("bad", "circle-off", "status.Cancelled"),
        ["Revoked"] = new("bad", "certificate-off", "status.Revoked"),
    };

    // What the applicant reads as one label, an office tells apart.
    private static readonly Dictionary<string, StatusLook> ForOffices = new()
    {
        ["PlanFiled"] = new("active", "calendar-event", "status.PlanFiled"),
        ["CommitteeFormed"] = new("active", "users-group", "status.CommitteeFormed"),
        ["UnderGroupReview"] = new("active", "users-group", "status.UnderGroupReview"),
        ["AwaitingMeeting"] = new("active", "gavel", "status.AwaitingMeeting"),
        ["Voted"] = new("active", "lock", "status.Voted"),
        ["Passed"] = new("good", "circle-check", "status.Passed"),
    };

    /// <summary>The look of a status; an office sees the steps of the assessment that the applicant does not.</summary>
    public static StatusLook Look(string status, bool office) =>
        (office ? ForOffices.GetValueOrDefault(status) : null) ?? ForApplicants[status];
}
