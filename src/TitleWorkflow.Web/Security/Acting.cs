using System.Globalization;
using TitleWorkflow.Application.Security;

namespace TitleWorkflow.Web.Security;

/// <summary>As whom a person with several roles looks at the pages; it widens no permission.</summary>
internal sealed class Acting(ICurrentUser user, IHttpContextAccessor http)
{
    public const string Cookie = "zp-acting";

    /// <summary>The chosen grant, else the first; null for a person without one.</summary>
    public HeldGrant? Grant =>
        user.Grants.FirstOrDefault(g => Name(g) == Chosen) ?? (user.Grants is [var first, ..] ? first : null);

    private string? Chosen => http.HttpContext?.Request.Cookies[Cookie];

    /// <summary>The name a grant has in the cookie and in the switch's form.</summary>
    public static string Name(HeldGrant grant) =>
        string.Create(CultureInfo.InvariantCulture, $"{grant.Role}.{grant.Organisation.Value:N}");
}
