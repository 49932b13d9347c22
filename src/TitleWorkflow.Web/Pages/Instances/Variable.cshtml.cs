using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Instances;

/// <summary>Sets one variable of a running flow, for a reason.</summary>
[ForRoles(Role.Administrator)]
internal sealed class VariableModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Variable { get; set; } = "";

    [BindProperty]
    public string Value { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    public GetInstance.Result Instance { get; private set; } = null!;

    /// <summary>The variable; null if the flow does not have it.</summary>
    public GetInstance.Variable? Present => Instance.Variables.FirstOrDefault(v => v.Id == Variable && v.MayChange);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Value = Present!.Value.Text;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sender.Send(new ModifyVariable.Command(Id, Variable, Value, Reason), ct);
        this.Toast(texts["instances.modified"]);

        return Redirect("/instances/" + Uri.EscapeDataString(Id));
    }

    public async Task LoadAsync(CancellationToken ct)
    {
        Instance = await sender.Send(new GetInstance.Query(Id), ct);
        _ = Present ?? throw new NotFoundException();
    }
}
