using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Workflows;
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

    /// <summary>The flow as it was before anybody touches it here: it is there at once, the designer's program is not.</summary>
    public GetFlowPicture.Result Picture { get; private set; } = null!;

    /// <summary>Whether the flow has a page of its own: it has none before its first version.</summary>
    public bool IsStored => !Flow.IsDraft || Flow.Number > 1;

    public bool MayDraw => StudioSetup.Writers.Any(user.Has);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Flow = await sender.Send(new GetFlowDesign.Query(DefinitionId), ct);
        Picture = await sender.Send(new GetDraftPicture.Query(DefinitionId), ct);
    }
}
