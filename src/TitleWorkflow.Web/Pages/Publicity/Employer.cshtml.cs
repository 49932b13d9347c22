using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Publicity;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Publicity;

/// <summary>An employer's own notices: what runs and when it may be recommended, what is over and its proof.</summary>
[ForRoles(Role.EmployerHr)]
[NoIndex]
internal sealed class EmployerModel(ISender sender) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public ListEmployerPublicity.Result List { get; private set; } = new([], 0, 0, null);

    public async Task OnGetAsync(CancellationToken ct) => List = await sender.Send(
        new ListEmployerPublicity.Query(!Ended, After is { } id ? new PublicityNoticeId(id) : null), ct);
}
