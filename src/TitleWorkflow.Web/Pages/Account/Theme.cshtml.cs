using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Account;

/// <summary>Chooses light, dark or the system's setting.</summary>
[AllowAnonymous]
internal sealed class ThemeModel : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost(string theme, string? back)
    {
        if (Theme.Choices.Contains(theme))
        {
            Preference.Keep(Response, Theme.Cookie, theme);
        }

        return Redirect(Preference.Back(Url, back));
    }
}
