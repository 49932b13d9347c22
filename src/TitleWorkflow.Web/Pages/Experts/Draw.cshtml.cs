using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Experts;

/// <summary>One draw: hashes, filters, inputs, how many have confirmed; names from the hour of release on.</summary>
[ForRoles(Role.CommitteeOffice, Role.OrganisingOfficer, Role.Supervisor)]
internal sealed class DrawModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public Guid? Director { get; set; }

    [BindProperty] public List<Guid> Deputies { get; set; } = [];

    public GetDraw.Result Draw { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) => Draw = await sender.Send(new GetDraw.Query(new ExpertDrawId(Id)), ct);

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostReplaceAsync(CancellationToken ct) =>
        DoAsync(new ReplaceUnanswered.Command(new ExpertDrawId(Id)), "experts.replaced", ct);

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostSeatAsync(CancellationToken ct) => DoAsync(
        new SeatDrawnCommittee.Command(
            new ExpertDrawId(Id), new PersonId(Director ?? Guid.Empty), [.. Deputies.Select(d => new PersonId(d))]),
        "experts.seated", ct);

    private async Task<IActionResult> DoAsync(IRequest command, string told, CancellationToken ct)
    {
        await sender.Send(command, ct);
        this.Toast(texts[told]);

        return Redirect($"/draws/{Id}");
    }
}
