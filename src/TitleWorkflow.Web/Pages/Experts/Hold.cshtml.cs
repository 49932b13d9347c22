using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Experts;

/// <summary>The supervisor gives the inputs and with that holds the draw.</summary>
[ForRoles(Role.Supervisor)]
internal sealed class HoldModel(ISender sender) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public string? PublicValue { get; set; }

    [BindProperty] public string? SupervisorNumber { get; set; }

    public GetDraw.Result Draw { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) => Draw = await sender.Send(new GetDraw.Query(new ExpertDrawId(Id)), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sender.Send(new HoldDraw.Command(new ExpertDrawId(Id), PublicValue ?? "", SupervisorNumber ?? ""), ct);

        return Redirect($"/draws/{Id}");
    }
}
