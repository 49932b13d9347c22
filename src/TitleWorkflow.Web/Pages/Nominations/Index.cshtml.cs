using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Nominations;

/// <summary>The nominations one may see, with their states and the year's quota.</summary>
[ForAllBut(Role.Administrator, Role.ProcessDesigner)]
internal sealed class IndexModel(ISender sender) : PageModel
{
    public ListNominations.Result List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => List = await sender.Send(new ListNominations.Query(), ct);
}
