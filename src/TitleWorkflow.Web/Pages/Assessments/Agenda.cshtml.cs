using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>Puts waiting declarations on a meeting's agenda.</summary>
[ForRoles(Role.CommitteeOffice)]
internal sealed class AgendaModel(ISender sender) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Guid> Declarations { get; set; } = [];

    public GetMeeting.Result Meeting { get; private set; } = null!;

    public IReadOnlyList<ListAwaitingCases.Row> Awaiting { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct)
    {
        Meeting = await sender.Send(new GetMeeting.Query(new MeetingId(Id)), ct);
        Awaiting = (await sender.Send(new ListAwaitingCases.Query(new MeetingId(Id)), ct)).Items;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sender.Send(new AddCases.Command(new MeetingId(Id), [.. Declarations.Select(d => new DeclarationId(d))]), ct);

        return Redirect($"/meetings/{Id}");
    }
}
