using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Committees;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Committees;

/// <summary>One committee: authorisation and members.</summary>
[ForRoles(Role.CommitteeOffice, Role.OrganisingOfficer, Role.Auditor)]
internal sealed class CommitteeModel(ISender sender) : PageModel
{
    public GetCommittee.Result Committee { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken ct) =>
        Committee = await sender.Send(new GetCommittee.Query(new OrganisationId(id)), ct);
}
