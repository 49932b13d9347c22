using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Workflows;

/// <summary>Every save of a flow that was ever made, with a way back to each.</summary>
[ForRoles(Role.ProcessDesigner, Role.Administrator, Role.Auditor)]
internal sealed class SavesModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public string DefinitionId { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public string FlowPath => "/flows/" + Uri.EscapeDataString(DefinitionId);

    public ListFlowSaves.Result List { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    [ForRoles(Role.ProcessDesigner, Role.Administrator)]
    public async Task<IActionResult> OnPostAsync(int save, CancellationToken ct)
    {
        await sender.Send(new RestoreFlowState.Command(DefinitionId, Revision: save), ct);
        this.Toast(texts["flows.saves.restored", save]);

        return Redirect(FlowPath + "/saves");
    }

    public async Task LoadAsync(CancellationToken ct) => List = await sender.Send(new ListFlowSaves.Query(DefinitionId, Before), ct);
}
