using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Experts;

/// <summary>Prepares a draw: who could be drawn, filter by filter, and whether it can be held; then pool and policy are frozen.</summary>
[ForRoles(Role.CommitteeOffice)]
internal sealed class NewDrawModel(ISender sender) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)] public Guid? Plan { get; set; }

    [BindProperty(SupportsGet = true)] public DateOnly? MeetingOn { get; set; }

    [BindProperty(SupportsGet = true)] public int Size { get; set; } = 13;

    [BindProperty(SupportsGet = true)] public int Alternates { get; set; } = 4;

    [BindProperty] public string? PublicInput { get; set; }

    [BindProperty] public string? Reason { get; set; }

    public IReadOnlyList<ListDraws.PlanLine> Plans { get; private set; } = [];

    public PreviewDraw.Result? Preview { get; private set; }

    public int Round => 1 + (Plans.FirstOrDefault(p => p.Plan.Value == Plan)?.Draws ?? 0);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct)
    {
        Plans = (await sender.Send(new ListDraws.Query(), ct)).Plans;
        if (Plan is { } plan && MeetingOn is { } day && Size is >= 1 and <= 99 && Alternates is >= 0 and <= 50)
        {
            Preview = await sender.Send(new PreviewDraw.Query(new PlanId(plan), day, Size, Alternates), ct);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var draw = await sender.Send(
            new FreezeDraw.Command(
                new PlanId(Plan ?? Guid.Empty), MeetingOn ?? default, Size, Alternates, PublicInput ?? "", Reason),
            ct);

        return Redirect($"/draws/{draw}");
    }
}
