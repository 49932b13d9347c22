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

/// <summary>The office screens nominated experts, several at once; none is chosen beforehand.</summary>
[ForRoles(Role.CommitteeOffice)]
internal sealed class ScreeningModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    [BindProperty] public List<Guid> Experts { get; set; } = [];

    [BindProperty] public string? Reason { get; set; }

    public ListExperts.Result List { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) => List = await sender.Send(
        new ListExperts.Query(State: ExpertState.Nominated, After: After is { } id ? new PersonId(id) : null), ct);

    public async Task<IActionResult> OnPostAsync(bool fit, CancellationToken ct)
    {
        var reason = fit ? null : Reason;
        await sender.Send(
            new ScreenNominees.Command([.. Experts.Select(e => new ScreenNominees.Decision(new PersonId(e), fit, reason))]), ct);
        this.Toast(texts["experts.screened", Experts.Count]);

        return Redirect("/experts/screening");
    }
}
