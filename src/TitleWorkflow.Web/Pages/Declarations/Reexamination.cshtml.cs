using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>Re-examination of a result: what was asked and found, and the applicant's form to ask.</summary>
[ForAllBut(Role.Administrator, Role.ProcessDesigner)]
internal sealed class ReexaminationModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReexaminationGround? Ground { get; set; }

    [BindProperty]
    public string? Statement { get; set; }

    public GetReexaminations.Result Result { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) =>
        Result = await sender.Send(new GetReexaminations.Query(new DeclarationId(Id)), ct);

    [ForRoles(Role.Applicant)]
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sender.Send(
            new RequestReexamination.Command(new DeclarationId(Id), Ground ?? (ReexaminationGround)(-1), Statement ?? ""), ct);
        this.Toast(texts["declarations.reexamination.asked"]);

        return Redirect($"/declarations/{Id}/reexamination");
    }
}
