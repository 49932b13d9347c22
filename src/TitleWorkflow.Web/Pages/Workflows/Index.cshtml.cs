using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Workflows;

/// <summary>The flows: what is in force, what awaits approval, what is being drawn, how many cases run; and a file may bring one.</summary>
[ForRoles(Role.ProcessDesigner, Role.Administrator, Role.Auditor)]
internal sealed class IndexModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    public IReadOnlyList<ListFlows.Flow> Flows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    [ForRoles(Role.ProcessDesigner, Role.Administrator)]
    public async Task<IActionResult> OnPostImportAsync(IFormFile file, CancellationToken ct)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        var saved = await sender.Send(new SaveFlowDraft.Command(null, await reader.ReadToEndAsync(ct), BasedOn: null, IsImport: true), ct);
        this.Toast(texts["flows.imported"]);

        return Redirect($"/flows/{Uri.EscapeDataString(saved.DefinitionId)}/design");
    }

    public async Task LoadAsync(CancellationToken ct) => Flows = (await sender.Send(new ListFlows.Query(), ct)).Flows;
}
