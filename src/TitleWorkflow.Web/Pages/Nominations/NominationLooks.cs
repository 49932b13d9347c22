using TitleWorkflow.Domain.Nominations;

namespace TitleWorkflow.Web.Pages.Nominations;

/// <summary>How the state of a nomination looks.</summary>
internal static class NominationLooks
{
    public static (string Tone, string Icon, string Key) Of(NominationStatus status) => status switch
    {
        NominationStatus.Drafted => ("warn", "writing-sign", "nominations.status.Drafted"),
        NominationStatus.HalfSigned => ("warn", "user-question", "nominations.status.HalfSigned"),
        NominationStatus.Signed => ("active", "signature", "nominations.status.Signed"),
        NominationStatus.Consumed => ("good", "circle-check", "nominations.status.Consumed"),
        _ => ("idle", "circle-off", "nominations.status.Released"),
    };
}
