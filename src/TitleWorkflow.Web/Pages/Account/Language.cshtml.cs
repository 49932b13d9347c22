using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Web.Shell;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Pages.Account;

/// <summary>
/// Chooses the language and returns to the same page; a link will do, for it changes nothing but the wording.
/// </summary>
[AllowAnonymous]
internal sealed class LanguageModel : PageModel
{
    public IActionResult OnGet(string? to, string? back)
    {
        if (to is not null && Languages.Supported.Contains(to))
        {
            Preference.Keep(Response, Languages.Cookie, to);
        }

        return Redirect(Preference.Back(Url, back));
    }
}
