using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Experts;

/// <summary>A drawn expert confirms or declines; the notice leads here.</summary>
[ForRoles(Role.Expert, Role.GroupLeader, Role.DeputyDirector, Role.CommitteeDirector)]
internal sealed class AnswerModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public ListInvitations.Row Invitation { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) =>
        Invitation = await sender.Send(new GetInvitation.Query(new ExpertDrawId(Id)), ct);

    public async Task<IActionResult> OnPostAsync(bool comes, CancellationToken ct)
    {
        await sender.Send(new AnswerInvitation.Command(new ExpertDrawId(Id), comes), ct);
        this.Toast(texts[comes ? "experts.invitation.told.yes" : "experts.invitation.told.no"]);

        return Redirect($"/draws/{Id}/answer");
    }
}
