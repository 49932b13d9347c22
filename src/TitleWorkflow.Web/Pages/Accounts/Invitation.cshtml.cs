using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Accounts;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Accounts;

/// <summary>Whoever was invited chooses a password.</summary>
[AllowAnonymous]
[NoIndex]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class InvitationModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public GetInvitation.Result Invited { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Password != Again)
        {
            await LoadAsync(ct);
            ModelState.AddModelError(nameof(Again), texts["applicants.password.differs"]);

            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        await sender.Send(new AcceptInvitation.Command(Code, Password ?? ""), ct);
        this.Toast(texts["applicants.password.chosen"]);

        return Redirect("/sign-in");
    }

    public async Task LoadAsync(CancellationToken ct) => Invited = await sender.Send(new GetInvitation.Query(Code), ct);
}
