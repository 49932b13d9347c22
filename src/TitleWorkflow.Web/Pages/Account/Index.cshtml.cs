using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Security;

namespace TitleWorkflow.Web.Pages.Account;

/// <summary>The person's own page: roles, appearance, sign-out.</summary>
internal sealed class IndexModel(ICurrentUser user) : PageModel
{
    public IActionResult OnGet() => user.Person is null ? Redirect("/sign-in") : Page();
}
