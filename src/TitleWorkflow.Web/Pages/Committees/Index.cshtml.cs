using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Committees;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Committees;

/// <summary>The committees one works for, set up, or audits.</summary>
[ForRoles(Role.CommitteeOffice, Role.OrganisingOfficer, Role.Auditor)]
internal sealed class IndexModel(ISender sender) : PageModel
{
    public ListCommittees.Result List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => List = await sender.Send(new ListCommittees.Query(), ct);
}
