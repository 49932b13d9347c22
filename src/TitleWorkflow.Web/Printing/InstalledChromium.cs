namespace TitleWorkflow.Web.Printing;

/// <summary>The Chromium of this machine. The one that has no window, where it is packaged, starts and draws in half the time.</summary>
internal static class InstalledChromium
{
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    /// <summary>Its program; null if there is none.</summary>
    public static string? Program => Programs.FirstOrDefault(File.Exists);
}
