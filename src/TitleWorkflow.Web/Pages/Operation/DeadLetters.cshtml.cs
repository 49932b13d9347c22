using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Operation;

/// <summary>What the product no longer tries by itself: what failed, how often, why, and since when.</summary>
[ForRoles(Role.Administrator)]
internal sealed class DeadLettersModel(ISender sender) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public ListDeadLetters.Result List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => List = await sender.Send(new ListDeadLetters.Query(After), ct);
}
