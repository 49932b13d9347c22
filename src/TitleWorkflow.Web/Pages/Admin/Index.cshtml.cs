using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Admin;

/// <summary>The administrator's home: the calendar is what there is to keep.</summary>
[ForRoles(Role.Administrator)]
internal sealed class IndexModel : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Admin/Calendars");
}
