using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Plans;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Plans;

/// <summary>One annual plan beside the authorisation it lies within; the city approves it or sends it back.</summary>
[ForRoles(Role.CommitteeOffice, Role.OrganisingOfficer, Role.CityOfficer, Role.Auditor)]
internal sealed class PlanModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public string? Reason { get; set; }

    public GetPlanProposal.Result Plan { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) =>
        Plan = await sender.Send(new GetPlanProposal.Query(new PlanProposalId(Id)), ct);

    [ForRoles(Role.CityOfficer)]
    public async Task<IActionResult> OnPostApproveAsync(int revision, CancellationToken ct)
    {
        await sender.Send(new ApprovePlan.Command(new PlanProposalId(Id), revision), ct);
        this.Toast(texts["plans.approved"]);

        return Redirect($"/plans/{Id}");
    }

    [ForRoles(Role.CityOfficer)]
    public async Task<IActionResult> OnPostReturnAsync(CancellationToken ct)
    {
        await sender.Send(new ReturnPlan.Command(new PlanProposalId(Id), Reason ?? ""), ct);
        this.Toast(texts["plans.returned"]);

        return Redirect($"/plans/{Id}");
    }
}
