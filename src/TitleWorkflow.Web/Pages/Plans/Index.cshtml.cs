using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Plans;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Plans;

/// <summary>The annual plans of one's committees or of the city.</summary>
[ForRoles(Role.CommitteeOffice, Role.OrganisingOfficer, Role.CityOfficer, Role.Auditor)]
internal sealed class IndexModel(ISender sender) : PageModel
{
    public ListPlanProposals.Result List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => List = await sender.Send(new ListPlanProposals.Query(), ct);
}
