using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Publicity;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Publicity;

/// <summary>One notice, made to be printed and put up.</summary>
[AllowAnonymous]
[NoIndex]
internal sealed class NoticeModel(ISender sender) : PageModel
{
    public GetPublicity.Result Notice { get; private set; } = null!;

    public bool AtEmployer => Notice.Kind == PublicityKind.Employer;

    public async Task OnGetAsync(Guid id, CancellationToken ct) =>
        Notice = await sender.Send(new GetPublicity.Query(new PublicityNoticeId(id)), ct);
}
