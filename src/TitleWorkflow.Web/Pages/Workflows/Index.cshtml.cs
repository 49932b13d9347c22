using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Workflows;

/// <summary>The flows: what is in force, what awaits approval, how many cases run.</summary>
[ForRoles(Role.ProcessDesigner, Role.Administrator, Role.Auditor)]
internal sealed class IndexModel(ISender sender) : PageModel
{
    public IReadOnlyList<ListFlows.Flow> Flows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Flows = (await sender.Send(new ListFlows.Query(), ct)).Flows;
}
