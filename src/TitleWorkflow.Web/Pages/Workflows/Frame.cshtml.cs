using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Workflows;

/// <summary>
/// The frame the designer's program runs in. It lies under the program's own path, and its styles and scripts stay in it.
/// </summary>
[ForRoles(Role.ProcessDesigner, Role.Administrator, Role.Auditor)]
internal sealed class FrameModel(ISender sender) : PageModel
{
    // The hash is of the one script the designer (3.8.2) writes into the page, for its Ctrl+S.
    private const string Policy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc='; "
        + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "worker-src 'self' blob:; base-uri 'self'; frame-ancestors 'self'";

    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    /// <summary>The case to show instead of a flow to draw.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Case { get; set; }

    public string Here => Address(Id, Case);

    public static string Address(string? flow, string? instance = null) =>
        "/studio/frame" + (instance is null ? "?id=" + Uri.EscapeDataString(flow ?? "") : "?case=" + Uri.EscapeDataString(instance));

    public async Task OnGetAsync(CancellationToken ct)
    {
        // What is not there would leave the designer blank.
        await (Case is { } instance
            ? (Task)sender.Send(new GetInstanceTrace.Query(instance), ct)
            : sender.Send(new GetFlowDesign.Query(Id ?? ""), ct));
        Response.Headers.ContentSecurityPolicy = Policy;
    }
}
