using TitleWorkflow.Domain.Pilots;

namespace TitleWorkflow.Web.Pages.Pilots;

/// <summary>How the status of an application looks: tone, icon, text key.</summary>
internal static class PilotLooks
{
    public static (string Tone, string Icon, string Key) Of(PilotStatus status, bool isLive) => status switch
    {
        PilotStatus.Draft => ("idle", "pencil", "pilots.status.Draft"),
        PilotStatus.Returned => ("warn", "arrow-back-up", "pilots.status.Returned"),
        PilotStatus.WithDistrict => ("active", "hourglass", "pilots.status.WithDistrict"),
        PilotStatus.Submitted => ("active", "hourglass", "pilots.status.Submitted"),
        PilotStatus.Evaluated => ("active", "user-check", "pilots.status.Evaluated"),
        PilotStatus.Withdrawn => ("bad", "ban", "pilots.status.Withdrawn"),
        _ when isLive => ("good", "circle-check", "pilots.status.Authorised"),
        _ => ("bad", "calendar-off", "pilots.not-live"),
    };
}
