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

/// <summary>Withdraws for good: says what is withdrawn and what follows, then does it.</summary>
[ForRoles(Role.Applicant)]
internal sealed class WithdrawModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public GetDeclaration.Result Declaration { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) =>
        Declaration = await sender.Send(new GetDeclaration.Query(new DeclarationId(Id)), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sender.Send(new WithdrawDeclaration.Command(new DeclarationId(Id), Reason), ct);
        this.Toast(texts["declarations.withdrawn"]);

        return Redirect($"/declarations/{Id}");
    }
}
