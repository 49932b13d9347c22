using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>The receipt codes of a closed run-off.</summary>
[ForRoles(
    Role.CommitteeOffice, Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert, Role.Supervisor,
    Role.OrganisingOfficer, Role.Auditor)]
internal sealed class RunOffReceiptsModel(ISender sender) : PageModel
{
    public ListRunOffReceipts.Result List { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, Guid runOff, CancellationToken ct) =>
        List = await sender.Send(new ListRunOffReceipts.Query(new MeetingId(id), new RunOffId(runOff)), ct);
}
