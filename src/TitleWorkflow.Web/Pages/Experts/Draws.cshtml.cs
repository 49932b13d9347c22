using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Experts;

/// <summary>The draws of one's committees, or those one witnesses.</summary>
[ForRoles(Role.CommitteeOffice, Role.OrganisingOfficer, Role.Supervisor)]
internal sealed class DrawsModel(ISender sender) : PageModel
{
    public ListDraws.Result List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => List = await sender.Send(new ListDraws.Query(), ct);
}
