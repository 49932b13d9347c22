using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Instances;

/// <summary>Requests to skip a step or to end a flow: those that wait for a second person, or all.</summary>
[ForRoles(Role.Administrator, Role.Supervisor, Role.Auditor)]
internal sealed class InterventionsModel(ISender sender) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public ListInterventions.Result List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => List = await sender.Send(
        new ListInterventions.Query(!All, After is { } id ? new InterventionId(id) : null), ct);
}
