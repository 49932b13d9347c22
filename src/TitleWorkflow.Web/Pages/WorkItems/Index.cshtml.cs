using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.WorkItems;

/// <summary>The inbox: what I have, what I may take, what I have done.</summary>
[ForRoles]
internal sealed class IndexModel(ISender sender, InboxBadges badges, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true, Name = "view")]
    public ListInbox.View Part { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ListInbox.Result List { get; private set; } = new([], null);

    public CountBadges.Result Counts { get; private set; } = new(0, 0, 0, 0);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostClaimAsync(Guid item, CancellationToken ct)
    {
        await sender.Send(new ClaimWorkItem.Command(new WorkItemId(item)), ct);
        this.Toast(texts["workitems.claimed"]);

        return Redirect($"/work-items/{item}");
    }

    public async Task LoadAsync(CancellationToken ct)
    {
        Counts = await badges.CountOnceAsync(ct);
        List = await sender.Send(new ListInbox.Query(Part, After), ct);
    }
}
