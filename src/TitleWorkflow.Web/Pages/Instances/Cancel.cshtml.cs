using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Instances;

/// <summary>Asks a second person to let a flow, and its case, be ended.</summary>
[ForRoles(Role.Administrator)]
internal sealed class CancelModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    public GetInstance.Result Instance { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sender.Send(new RequestCancel.Command(Id, Reason), ct);
        this.Toast(texts["instances.requested"]);

        return Redirect("/instances/" + Uri.EscapeDataString(Id));
    }

    public async Task LoadAsync(CancellationToken ct) => Instance = await sender.Send(new GetInstance.Query(Id), ct);
}
