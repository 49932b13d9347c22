using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Publicity;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Publicity;

/// <summary>Results posted today, for everybody.</summary>
[AllowAnonymous]
[NoIndex]
internal sealed class IndexModel(ISender sender) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Specialty { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public ListPublicity.Result List { get; private set; } = new([], 0, [], null);

    public bool Filtered => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Specialty);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) => List = await sender.Send(
        new ListPublicity.Query(Q, Specialty, After is { } id ? new PublicityNoticeId(id) : null), ct);
}
