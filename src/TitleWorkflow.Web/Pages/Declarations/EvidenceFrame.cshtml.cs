using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>
/// The frame a PDF is drawn in. It has an origin of its own: a file that breaks the reader reaches neither session nor pages.
/// It holds no data; the viewer hands it the bytes.
/// </summary>
[AllowAnonymous]
internal sealed class EvidenceFrameModel : PageModel
{
    private const string Policy =
        "sandbox allow-scripts; default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval'; worker-src blob:; "
        + "connect-src 'self'; img-src blob: data:; font-src 'self' blob: data:; style-src 'self'; style-src-attr 'unsafe-inline'; "
        + "frame-ancestors 'self'";

    public void OnGet() => Response.Headers.ContentSecurityPolicy = Policy;
}
