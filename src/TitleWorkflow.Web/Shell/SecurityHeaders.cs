using Microsoft.Extensions.Primitives;

namespace TitleWorkflow.Web.Shell;

/// <summary>
/// Headers that keep a page to itself. Style attributes are allowed, style elements are not: bars and columns set
/// widths. A page that needs more (Studio, the document viewer) sets its own policy, which is then left alone.
/// </summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // The document viewer draws in a frame with an origin of its own; these public files are all it may load.
    private static readonly string[] ForViewer = ["/lib/pdfjs/", "/js/viewer-frame"];

    public static Task AddAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            Set(http.Response.Headers, "Content-Security-Policy", Policy);
            Set(http.Response.Headers, "X-Content-Type-Options", "nosniff");
            Set(http.Response.Headers, "Referrer-Policy", "same-origin");
            Set(http.Response.Headers, "Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
            Set(http.Response.Headers, "Cross-Origin-Opener-Policy", "same-origin");
            if (ForViewer.Any(http.Request.Path.Value!.StartsWith))
            {
                Set(http.Response.Headers, "Access-Control-Allow-Origin", "*");
            }

            return Task.CompletedTask;
        });

        return next(http);
    }

    private static void Set(IHeaderDictionary headers, string name, StringValues value) => headers.TryAdd(name, value);
}
