using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>Chooses a plan and opens a draft under it.</summary>
[ForRoles(Role.Applicant)]
internal sealed class NewModel(ISender sender) : PageModel, ILoadsItself
{
    public IReadOnlyList<ListPlans.Row> Plans { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) => Plans = await sender.Send(new ListPlans.Query(), ct);

    public async Task<IActionResult> OnPostAsync(Guid plan, CancellationToken ct)
    {
        var started = await sender.Send(new StartDeclaration.Command(new PlanId(plan)), ct);

        return Redirect($"/declarations/{started.Declaration}/fill");
    }
}
