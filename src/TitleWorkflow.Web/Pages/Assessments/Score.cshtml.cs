using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>What a dossier is worth: the applicant states it, the employer checks it, everybody else reads it beside the experts'.</summary>
[ForAllBut(Role.Administrator, Role.ProcessDesigner)]
internal sealed class ScoreModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ScoreInput Input { get; set; } = new();

    public GetScore.Result Score { get; private set; } = null!;

    private DeclarationId Key => new(Id);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct)
    {
        Score = await sender.Send(new GetScore.Query(Key), ct);
        Input.Prepare(Score);
    }

    [ForRoles(Role.Applicant)]
    public async Task<IActionResult> OnPostFillAsync(CancellationToken ct)
    {
        await sender.Send(new FillScore.Command(Key, Input.ToEntries()), ct);

        return Back("assessments.score.saved");
    }

    /// <summary>The total while one types; nothing is kept.</summary>
    [ForRoles(Role.Applicant)]
    public async Task<IActionResult> OnPostWorkAsync(CancellationToken ct) =>
        Partial("_ScoreTotal", await sender.Send(new WorkOutScore.Query(Key, Input.ToEntries()), ct));

    [ForRoles(Role.Applicant)]
    public async Task<IActionResult> OnPostAttachAsync(string item, IFormFile? file, bool masked, CancellationToken ct)
    {
        if (file is not null)
        {
            await using var content = file.OpenReadStream();
            await sender.Send(new UploadEvidence.Command(Key, $"score/{item}", file.FileName, content, masked), ct);
        }

        return Redirect($"/declarations/{Id}/score#item-{item}");
    }

    [ForRoles(Role.Applicant)]
    public async Task<IActionResult> OnPostDetachAsync(Guid evidence, CancellationToken ct)
    {
        await sender.Send(new DetachEvidence.Command(Key, new EvidenceId(evidence)), ct);

        return Redirect($"/declarations/{Id}/score");
    }

    [ForRoles(Role.EmployerHr)]
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        await sender.Send(new CheckScore.Command(Key, Input.ToFindings()), ct);

        return Back("assessments.score.checked");
    }

    private RedirectResult Back(string text)
    {
        this.Toast(texts[text]);

        return Redirect($"/declarations/{Id}/score");
    }
}
