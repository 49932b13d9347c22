using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Experts;

/// <summary>Candidates for expert pools posted today, for everybody; a name is gone with its window.</summary>
[AllowAnonymous]
[NoIndex]
internal sealed class CandidatesModel(ISender sender) : PageModel
{
    public ListCandidates.Result List { get; private set; } = new([]);

    public async Task OnGetAsync(CancellationToken ct) => List = await sender.Send(new ListCandidates.Query(), ct);
}
