using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Reviews;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.WorkItems;

/// <summary>The inbox: what I have, what I may take, what I have done.</summary>
[ForAllBut(Role.Administrator, Role.Auditor)]
internal sealed class IndexModel(ISender sender, InboxBadges badges, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true, Name = "view")]
    public ListInbox.View? Asked { get; set; }

    /// <summary>The part shown; unasked, what can be taken if nothing is to be done.</summary>
    public ListInbox.View Part => Asked
        ?? (Counts is { Mine: 0, Decisions: 0, Available: > 0 } ? ListInbox.View.Available : ListInbox.View.Mine);

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ListInbox.Result List { get; private set; } = new([], null);

    public CountBadges.Result Counts { get; private set; } = new(0, 0, 0, 0, 0);

    /// <summary>Whether several rows of this page can be vetted at once.</summary>
    public bool MayVetSeveral => Part != ListInbox.View.Done && List.Items.Count(r => VetTogether.Forms.Contains(r.Form)) > 1;

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
