using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Pilots;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Pilots;

/// <summary>A unit writes its application, or changes it: scope, committee, and its own standard beside the national one.</summary>
[ForRoles(Role.Chairperson, Role.EmployerHr, Role.OrganisingOfficer)]
internal sealed class EditModel(ISender sender) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Guid Unit { get; set; }

    [BindProperty]
    public PilotForm Scope { get; set; } = new();

    public GetPilotChoices.Result Choices { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Id is { } id)
        {
            Scope = PilotForm.Of((await sender.Send(new GetPilot.Query(new PilotApplicationId(id)), ct)).Scope);
        }
    }

    public async Task LoadAsync(CancellationToken ct) => Choices = await sender.Send(new GetPilotChoices.Query(), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var scope = Scope.Scope(Choices.National);
        if (Id is { } id)
        {
            await sender.Send(new RevisePilot.Command(new PilotApplicationId(id), scope), ct);
            return Redirect($"/pilots/{id}");
        }

        var drafted = await sender.Send(new DraftPilot.Command(new OrganisationId(Unit), scope), ct);

        return Redirect($"/pilots/{drafted.Application}");
    }
}
