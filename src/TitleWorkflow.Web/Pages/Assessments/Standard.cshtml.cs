using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>A plan's scoring standard as a tree: caps at every level, and how entries turn into points.</summary>
[ForRoles(Role.CityOfficer, Role.ProvinceOfficer, Role.Auditor, Role.ProcessDesigner)]
internal sealed class StandardModel(ISender sender) : PageModel
{
    public GetStandard.Result Standard { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken ct) =>
        Standard = await sender.Send(new GetStandard.Query(new PlanId(id)), ct);
}
