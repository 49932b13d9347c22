using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Applicants;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Applicants;

/// <summary>An office hands in a list of applicants, and sees those it has handed in.</summary>
[ForRoles(Role.EmployerHr, Role.TownOfficer, Role.DistrictOfficer, Role.CityOfficer)]
internal sealed class ImportsModel(ISender sender) : PageModel, ILoadsItself
{
    [BindProperty]
    public Guid? Plan { get; set; }

    public ListImports.Result List { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        await using var content = file?.OpenReadStream() ?? Stream.Null;
        var started = await sender.Send(
            new ImportApplicants.Command(new PlanId(Plan ?? Guid.Empty), file?.FileName ?? "", content), ct);

        return Redirect($"/applicant-lists/{started.Import}");
    }

    public async Task LoadAsync(CancellationToken ct) => List = await sender.Send(new ListImports.Query(), ct);
}
