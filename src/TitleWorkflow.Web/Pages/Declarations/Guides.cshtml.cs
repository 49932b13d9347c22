using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Declarations;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>The plans one may apply under, for everybody.</summary>
[AllowAnonymous]
internal sealed class GuidesModel(ISender sender) : PageModel
{
    public IReadOnlyList<ListGuides.Row> Plans { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Plans = await sender.Send(new ListGuides.Query(), ct);
}
