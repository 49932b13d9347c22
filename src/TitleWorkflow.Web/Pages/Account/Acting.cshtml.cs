using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Account;

/// <summary>Changes the role a person with several looks at the pages with.</summary>
[ForRoles]
internal sealed class ActingModel(ICurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect("/account");

    public IActionResult OnPost(string grant)
    {
        if (user.Grants.Any(held => Acting.Name(held) == grant))
        {
            Preference.Keep(Response, Acting.Cookie, grant);
        }

        return Redirect("/");
    }
}
