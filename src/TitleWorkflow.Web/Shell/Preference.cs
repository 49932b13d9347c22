using Microsoft.AspNetCore.Mvc;

namespace TitleWorkflow.Web.Shell;

/// <summary>Cookies that hold how a person likes to see the pages, and the way back to where they were.</summary>
internal static class Preference
{
    public static void Keep(HttpResponse response, string cookie, string value) =>
        response.Cookies.Append(cookie, value, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = response.HttpContext.Request.IsHttps,
            IsEssential = true,
        });

    /// <summary>The address if it is one of ours, else the home page.</summary>
    public static string Back(IUrlHelper url, string? address) => url.IsLocalUrl(address) ? address : "/";

    /// <summary>The address of the present page, for a form that leads back to it.</summary>
    public static string Here(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : request.Path;
}
