using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Reviews;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>The supplement notice: the applicant answers, the organising unit adds what the supervisor allowed.</summary>
[ForAllBut(Role.Administrator, Role.ProcessDesigner)]
internal sealed class SupplementModel(ISender sender, IStringLocalizer texts, Formats formats, TimeProvider clock)
    : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Statements by item.</summary>
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public GetSupplement.Result Notice { get; private set; } = null!;

    private DeclarationId Declaration => new(Id);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct)
    {
        Notice = await sender.Send(new GetSupplement.Query(Declaration), ct);
        foreach (var item in Notice.Items)
        {
            Answers.TryAdd($"{item.Number}", item.Answer);
        }
    }

    [ForRoles(Role.Applicant)]
    public async Task<IActionResult> OnPostStateAsync(int number, CancellationToken ct)
    {
        await sender.Send(new StateSupplementItem.Command(Declaration, number, Answers.GetValueOrDefault($"{number}")), ct);
        if (Request.Headers.ContainsKey("X-Autosave"))
        {
            Response.Headers["X-Saved-At"] = formats.Time(clock.GetUtcNow());

            return new NoContentResult();
        }

        return Back($"#item-{number}");
    }

    [ForRoles(Role.Applicant)]
    public async Task<IActionResult> OnPostAttachAsync(int number, IFormFile? file, CancellationToken ct)
    {
        if (file is not null)
        {
            await using var content = file.OpenReadStream();
            await sender.Send(
                new UploadEvidence.Command(Declaration, SupplementNotice.Fact(number), file.FileName, content), ct);
        }

        return Back($"#item-{number}");
    }

    [ForRoles(Role.Applicant)]
    public async Task<IActionResult> OnPostDetachAsync(int number, Guid evidence, CancellationToken ct)
    {
        await sender.Send(new DetachEvidence.Command(Declaration, new EvidenceId(evidence)), ct);

        return Back($"#item-{number}");
    }

    [ForRoles(Role.Applicant)]
    public async Task<IActionResult> OnPostCompleteAsync(CancellationToken ct)
    {
        await sender.Send(new CompleteSupplement.Command(Declaration), ct);
        this.Toast(texts["declarations.supplement.completed"]);

        return Redirect($"/declarations/{Id}");
    }

    [ForRoles(Role.OrganisingOfficer)]
    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        await sender.Send(new AddSupplementItem.Command(Declaration, Text ?? ""), ct);

        return Back();
    }

    [ForRoles(Role.Supervisor)]
    public async Task<IActionResult> OnPostAllowAsync(CancellationToken ct)
    {
        await sender.Send(new AllowSupplementAddition.Command(Declaration, Reason ?? ""), ct);

        return Back();
    }

    [ForRoles(Role.Supervisor)]
    public async Task<IActionResult> OnPostOverturnAsync(CancellationToken ct)
    {
        await sender.Send(new OverturnLapse.Command(Declaration, Reason ?? ""), ct);
        this.Toast(texts["declarations.overturned"]);

        return Redirect($"/declarations/{Id}");
    }

    private RedirectResult Back(string fragment = "") => Redirect($"/declarations/{Id}/supplement{fragment}");
}
