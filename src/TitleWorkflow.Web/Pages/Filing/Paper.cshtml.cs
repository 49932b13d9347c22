using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Web.Printing;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Filing;

/// <summary>The same sheet for the printing browser, which has a one-time ticket instead of a session.</summary>
[AllowAnonymous]
[NoIndex]
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
internal sealed class PaperModel(PrintTickets tickets) : PageModel
{
    public Paper Paper { get; private set; } = null!;

    public IActionResult OnGet(string ticket)
    {
        if (tickets.Use(ticket) is not { } paper)
        {
            return NotFound();
        }

        Paper = paper;

        return Page();
    }
}
