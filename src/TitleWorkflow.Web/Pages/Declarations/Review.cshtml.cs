using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>The last section: everything to mend as links, the commitment in full, the typed name, submission.</summary>
[ForRoles(Role.Applicant)]
internal sealed class ReviewModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? SignedName { get; set; }

    public GetForm.Result Form { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) =>
        Form = await sender.Send(new GetForm.Query(new DeclarationId(Id)), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var receipt = await sender.Send(new SubmitDeclaration.Command(new DeclarationId(Id), SignedName ?? ""), ct);
        this.Toast(texts["declarations.submitted", receipt.ReceiptNumber]);

        return Redirect($"/declarations/{Id}");
    }
}
