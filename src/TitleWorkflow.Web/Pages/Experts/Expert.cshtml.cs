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

/// <summary>One member of the pool, or on the way into it: term, load, training, objections; the office and the unit act.</summary>
[ForRoles(Role.CommitteeOffice, Role.OrganisingOfficer)]
internal sealed class ExpertModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public MembershipDecision? Decision { get; set; }

    [BindProperty] public string? Text { get; set; }

    [BindProperty] public string? Document { get; set; }

    [BindProperty] public string? Clearance { get; set; }

    [BindProperty] public RelationForm Relation { get; set; } = new();

    public GetExpert.Result Expert { get; private set; } = null!;

    private PersonId Person => new(Id);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) => Expert = await sender.Send(new GetExpert.Query(Person), ct);

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostScreenAsync(bool fit, CancellationToken ct) =>
        DoAsync(new ScreenNominees.Command([new ScreenNominees.Decision(Person, fit, fit ? null : Reason)]), ct);

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostConsentAsync(bool consents, CancellationToken ct) =>
        DoAsync(new RecordConsents.Command([new RecordConsents.Answer(Person, consents)], Document ?? ""), ct);

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostObjectAsync(CancellationToken ct) => DoAsync(new ObjectToCandidate.Command(Person, Text ?? ""), ct);

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostRelationAsync(CancellationToken ct) => DoAsync(Relation.Of(Person), ct);

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostClearAsync(Guid relation, CancellationToken ct) =>
        DoAsync(new ClearRelation.Command(Person, new ExpertRelationId(relation), Clearance ?? ""), ct);

    [ForRoles(Role.OrganisingOfficer)]
    public Task<IActionResult> OnPostFindingAsync(int number, bool upheld, string? finding, CancellationToken ct) =>
        DoAsync(new DecideObjection.Command(Person, number, upheld, finding ?? ""), ct);

    [ForRoles(Role.OrganisingOfficer)]
    public Task<IActionResult> OnPostDecideAsync(CancellationToken ct) =>
        DoAsync(new DecideOnMembership.Command(Person, Decision ?? (MembershipDecision)(-1), Reason ?? ""), ct);

    [ForRoles(Role.OrganisingOfficer)]
    public Task<IActionResult> OnPostRenewAsync(CancellationToken ct) => DoAsync(new RenewExpert.Command(Person), ct);

    private async Task<IActionResult> DoAsync(IRequest command, CancellationToken ct)
    {
        await sender.Send(command, ct);
        this.Toast(texts["experts.done"]);

        return Redirect($"/experts/{Id}");
    }
}
