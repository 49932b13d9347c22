using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Experts;

/// <summary>One's own membership and the meetings one was drawn for; nobody else's.</summary>
[ForAllBut(Role.Administrator)]
internal sealed class MineModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty] public RelationForm Relation { get; set; } = new();

    public GetExpert.Result? Expert { get; private set; }

    public IReadOnlyList<ListInvitations.Row> Invitations { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct)
    {
        var invitations = await sender.Send(new ListInvitations.Query(), ct);
        Invitations = invitations.Items;
        Expert = invitations.IsMember ? await sender.Send(new GetExpert.Query(null), ct) : null;
    }

    public async Task<IActionResult> OnPostConsentAsync(bool consents, CancellationToken ct)
    {
        await sender.Send(new AnswerNomination.Command(consents), ct);

        return Done("experts.answered");
    }

    public async Task<IActionResult> OnPostRelationAsync(CancellationToken ct)
    {
        await sender.Send(Relation.Of(null), ct);

        return Done("experts.relation.saved");
    }

    private RedirectResult Done(string told)
    {
        this.Toast(texts[told]);

        return Redirect("/experts/me");
    }
}
