using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Nominations;

/// <summary>A nomination: the letter to read, what forbids signing it, and the signature; readable on a phone.</summary>
[ForAllBut(Role.Administrator, Role.ProcessDesigner)]
internal sealed class NominationModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public string? SignedName { get; set; }

    [BindProperty] public string? Password { get; set; }

    [BindProperty] public bool IsRelative { get; set; }

    [BindProperty] public string? Reason { get; set; }

    public GetNomination.Result Nomination { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) => Nomination = await sender.Send(new GetNomination.Query(new(Id)), ct);

    [ForRoles(Role.Chairperson, Role.ResearchLead)]
    public Task<IActionResult> OnPostSignAsync(CancellationToken ct) =>
        DoAsync(new SignNomination.Command(new(Id), SignedName ?? "", Password ?? "", IsRelative), "nominations.signed", ct);

    [ForRoles(Role.Chairperson, Role.ResearchLead)]
    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct) =>
        DoAsync(new TakeBackNomination.Command(new(Id)), "nominations.taken-back", ct);

    [ForRoles(Role.CityOfficer)]
    public Task<IActionResult> OnPostFalseAsync(CancellationToken ct) =>
        DoAsync(new FindNominationFalse.Command(new(Id), Reason ?? ""), "nominations.found-false", ct);

    private async Task<IActionResult> DoAsync(IBaseRequest command, string said, CancellationToken ct)
    {
        await sender.Send((object)command, ct);
        this.Toast(texts[said]);

        return Redirect($"/nominations/{Id}");
    }
}
