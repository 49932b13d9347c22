using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Enterprises;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Enterprises;

/// <summary>Enterprises with an honour, live or over.</summary>
[ForRoles(
    Role.EmployerHr, Role.Chairperson, Role.ResearchLead, Role.TownOfficer, Role.DistrictOfficer, Role.CityOfficer, Role.Auditor)]
internal sealed class IndexModel(ISender sender) : PageModel
{
    public ListEnterprises.Result List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => List = await sender.Send(new ListEnterprises.Query(), ct);
}
