using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>The opened ballots of a meeting and its run-offs, counted again for the supervisor.</summary>
[ForRoles(Role.Supervisor)]
internal sealed class RecountModel(ISender sender) : PageModel
{
    public Retally.Result Recount { get; private set; } = null!;

    public RetallyRunOffs.Result RunOffs { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Recount = await sender.Send(new Retally.Query(new MeetingId(id)), ct);
        RunOffs = await sender.Send(new RetallyRunOffs.Query(new MeetingId(id)), ct);
    }
}
