namespace TitleWorkflow.Web.Shell;

/// <summary>
/// Light, dark or as the system is set; kept in a cookie so that the server draws the page right at once.
/// </summary>
internal static class Theme
{
    public const string Cookie = "zp-theme";

    public static readonly IReadOnlyList<string> Choices = ["system", "light", "dark"];

    /// <summary>The chosen theme; null to follow the system.</summary>
    public static string? Of(HttpRequest request) =>
        request.Cookies[Cookie] is "light" or "dark" ? request.Cookies[Cookie] : null;
}
