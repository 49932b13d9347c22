using TitleWorkflow.Domain.Plans;

namespace TitleWorkflow.Web.Pages.Plans;

/// <summary>How the status of a plan looks: tone, icon, text key.</summary>
internal static class PlanLooks
{
    public static (string Tone, string Icon, string Key) Of(PlanStatus status) => status switch
    {
        PlanStatus.Proposed => ("active", "hourglass", "plans.status.Proposed"),
        PlanStatus.Returned => ("warn", "arrow-back-up", "plans.status.Returned"),
        _ => ("good", "circle-check", "plans.status.Approved"),
    };
}
