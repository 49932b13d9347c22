using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Notices;

/// <summary>What the product has told a person; opening a notice marks it read and leads to its page.</summary>
[ForRoles]
internal sealed class IndexModel(ISender sender, IStringLocalizer texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public ListNotices.Result List { get; private set; } = new([], 0, null);

    public async Task OnGetAsync(CancellationToken ct) => List = await sender.Send(new ListNotices.Query(After), ct);

    public async Task<IActionResult> OnPostOpenAsync(Guid notice, CancellationToken ct)
    {
        var read = await sender.Send(new ReadNotice.Command(notice), ct);

        return Redirect(read.Link ?? "/notices");
    }

    public async Task<IActionResult> OnPostReadAllAsync(CancellationToken ct)
    {
        await sender.Send(new ReadAllNotices.Command(), ct);
        this.Toast(texts["notices.marked"]);

        return Redirect("/notices");
    }
}
