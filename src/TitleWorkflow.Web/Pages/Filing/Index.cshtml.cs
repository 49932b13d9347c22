using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Filing;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Filing;

/// <summary>Confirmed results and certificates of one's committees or city.</summary>
[ForRoles(Role.OrganisingOfficer, Role.CommitteeOffice, Role.CityOfficer, Role.Auditor)]
internal sealed class IndexModel(ISender sender) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ListFiling.Result List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => List = await sender.Send(new ListFiling.Query(Q, After), ct);
}
