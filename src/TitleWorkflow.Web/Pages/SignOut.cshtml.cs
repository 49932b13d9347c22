using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages;

/// <summary>Ends the session and forgets the role chosen in it.</summary>
[AllowAnonymous]
internal sealed class SignOutModel(ISignIn session) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await session.SignOutAsync();
        Response.Cookies.Delete(Acting.Cookie);

        return Redirect("/sign-in");
    }
}
