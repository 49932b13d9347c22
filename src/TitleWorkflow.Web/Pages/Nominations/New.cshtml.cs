using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Nominations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Nominations;

/// <summary>Writes a nomination: whom, for what, why; it is signed on its own page.</summary>
[ForRoles(Role.Chairperson, Role.ResearchLead)]
internal sealed class NewModel(ISender sender) : PageModel, ILoadsItself
{
    [BindProperty]
    public Guid Plan { get; set; }

    [BindProperty]
    public Guid Nominee { get; set; }

    [BindProperty]
    public string? Reasons { get; set; }

    public GetNominationChoices.Result Choices { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) => Choices = await sender.Send(new GetNominationChoices.Query(), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var written = await sender.Send(new DraftNomination.Command(new PlanId(Plan), new PersonId(Nominee), Reasons ?? ""), ct);

        return Redirect($"/nominations/{written.Nomination}");
    }
}
