using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages;

/// <summary>Home is the first page of the person's navigation.</summary>
[AllowAnonymous]
internal sealed class IndexModel(ICurrentUser user, Acting acting) : PageModel
{
    public IActionResult OnGet() =>
        user.Person is null ? Redirect("/sign-in") : Redirect(Navigation.For(acting.Grant?.Role)[0].Href);
}
