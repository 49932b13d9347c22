using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>A plan's scoring standard as a tree: caps at every level, how entries turn into points, and the draft a second person approves.</summary>
[ForRoles(Role.CityOfficer, Role.ProvinceOfficer, Role.Auditor, Role.ProcessDesigner)]
internal sealed class StandardModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public GetStandard.Result Standard { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    [ForRoles(Role.CityOfficer, Role.ProvinceOfficer)]
    public async Task<IActionResult> OnPostApproveAsync(int revision, CancellationToken ct)
    {
        await sender.Send(new ApproveStandard.Command(new PlanId(Id), revision), ct);
        this.Toast(texts["assessments.standards.approved"]);

        return Redirect($"/standards/{Id}");
    }

    public async Task LoadAsync(CancellationToken ct) =>
        Standard = await sender.Send(new GetStandard.Query(new PlanId(Id)), ct);
}
