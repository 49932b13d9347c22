using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Instances;

/// <summary>The second person approves or declines a request; who made it takes it back.</summary>
[ForRoles(Role.Administrator, Role.Supervisor)]
internal sealed class DecideModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ListInterventions.Row Intervention { get; private set; } = null!;

    private InterventionId Key => new(Id);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Intervention.Status != InterventionStatus.Pending)
        {
            throw new NotFoundException();
        }
    }

    public Task<IActionResult> OnPostApproveAsync(CancellationToken ct) =>
        DoneAsync(sender.Send(new ApproveIntervention.Command(Key), ct), "instances.approved");

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) =>
        DoneAsync(sender.Send(new DeclineIntervention.Command(Key, Reason ?? ""), ct), "instances.declined");

    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct) =>
        DoneAsync(sender.Send(new TakeBackIntervention.Command(Key), ct), "instances.taken-back");

    public async Task LoadAsync(CancellationToken ct) =>
        Intervention = await sender.Send(new GetIntervention.Query(Key), ct);

    private async Task<IActionResult> DoneAsync(Task act, string said)
    {
        await act;
        this.Toast(texts[said]);

        return Redirect($"/interventions/{Id}");
    }
}
