using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>The receipt codes of a closed voting.</summary>
[ForRoles(
    Role.CommitteeOffice, Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert, Role.Supervisor,
    Role.OrganisingOfficer, Role.Auditor)]
internal sealed class ReceiptsModel(ISender sender) : PageModel
{
    public ListReceipts.Result List { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, Guid caseId, CancellationToken ct) =>
        List = await sender.Send(new ListReceipts.Query(new MeetingId(id), new MeetingCaseId(caseId)), ct);
}
