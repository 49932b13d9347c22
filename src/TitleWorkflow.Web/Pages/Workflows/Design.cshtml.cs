using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Studio;

namespace TitleWorkflow.Web.Pages.Workflows;

/// <summary>A flow on the drawing board: the designer's program in a frame of the product's own page.</summary>
[ForRoles(Role.ProcessDesigner, Role.Administrator, Role.Auditor)]
internal sealed class DesignModel(ISender sender, ICurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string DefinitionId { get; set; } = "";

    public FlowDesign Flow { get; private set; } = null!;

    public bool MayDraw => StudioSetup.Writers.Any(user.Has);

    public async Task OnGetAsync(CancellationToken ct) =>
        Flow = await sender.Send(new GetFlowDesign.Query(DefinitionId), ct);
}
