using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>The plans and their scoring standards, for the bureaus, the auditor and who draws them up.</summary>
[ForRoles(Role.CityOfficer, Role.ProvinceOfficer, Role.Auditor, Role.ProcessDesigner)]
internal sealed class StandardsModel(ISender sender) : PageModel
{
    public IReadOnlyList<ListStandards.Row> Standards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Standards = (await sender.Send(new ListStandards.Query(), ct)).Items;
}
