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

/// <summary>Takes back the latest migration of an instance that has not moved since.</summary>
[ForRoles(Role.Administrator, Role.ProcessDesigner)]
internal sealed class UndoModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    public GetInstance.Result Instance { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        await sender.Send(new UndoMigration.Command(Id, Reason), ct);
        this.Toast(texts["instances.undone", Instance.Back ?? Instance.Summary.Version]);

        return Redirect("/instances/" + Uri.EscapeDataString(Id));
    }

    public async Task LoadAsync(CancellationToken ct) => Instance = await sender.Send(new GetInstance.Query(Id), ct);
}
