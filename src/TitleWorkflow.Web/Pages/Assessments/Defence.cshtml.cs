using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>One schedule of oral defences: moved by hand, published, and who came recorded.</summary>
[ForRoles(Role.CommitteeOffice)]
internal sealed class DefenceModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? Candidate { get; set; }

    [BindProperty]
    public string? Room { get; set; }

    [BindProperty]
    public DateTimeOffset? StartsAt { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public Guid? Heard { get; set; }

    [BindProperty]
    public DefenceOutcome Outcome { get; set; } = DefenceOutcome.Attended;

    [BindProperty]
    public int? Score { get; set; }

    [BindProperty]
    public string? Opinion { get; set; }

    public GetDefences.Result Defences { get; private set; } = null!;

    private DefenceScheduleId Key => new(Id);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) => Defences = await sender.Send(new GetDefences.Query(Key), ct);

    public Task<IActionResult> OnPostMoveAsync(CancellationToken ct) => DoAsync(
        new MoveDefence.Command(Key, new DeclarationId(Candidate ?? Guid.Empty), Room ?? "", StartsAt ?? default, Reason ?? ""),
        "assessments.defences.moved", ct);

    public Task<IActionResult> OnPostPublishAsync(CancellationToken ct) =>
        DoAsync(new PublishDefences.Command(Key), "assessments.defences.told", ct);

    public Task<IActionResult> OnPostRecordAsync(CancellationToken ct) => DoAsync(
        new RecordDefence.Command(
            Key, new DeclarationId(Heard ?? Guid.Empty), Outcome == DefenceOutcome.Attended, Score, Opinion),
        "assessments.defences.recorded", ct);

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        await sender.Send(new DropDefences.Command(Key), ct);
        this.Toast(texts["assessments.defences.dropped"]);

        return Redirect($"/committees/{Defences.Committee}/defences");
    }

    private async Task<IActionResult> DoAsync(IRequest command, string done, CancellationToken ct)
    {
        await sender.Send(command, ct);
        this.Toast(texts[done]);

        return Redirect($"/defences/{Id}");
    }
}
