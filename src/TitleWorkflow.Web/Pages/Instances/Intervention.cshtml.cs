using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Instances;

/// <summary>One request to intervene: what it would do, who asked for it and what became of it.</summary>
[ForRoles(Role.Administrator, Role.Supervisor, Role.Auditor)]
internal sealed class InterventionModel(ISender sender) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ListInterventions.Row Intervention { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) =>
        Intervention = await sender.Send(new GetIntervention.Query(new InterventionId(Id)), ct);
}
