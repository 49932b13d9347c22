using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>The screen on the wall of the meeting room.</summary>
[ForRoles(Role.CommitteeOffice, Role.Supervisor, Role.OrganisingOfficer, Role.Auditor)]
internal sealed class RoomModel(ISender sender, TimeProvider clock) : PageModel
{
    public GetRoom.Result Room { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(Guid id, CancellationToken ct) =>
        Room = await sender.Send(new GetRoom.Query(new MeetingId(id)), ct);
}
