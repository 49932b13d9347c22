using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Operation;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Pages.Demo;

/// <summary>Moves the demonstration's clock on from the bar above every page, and does what falls due.</summary>
[ForRoles(Role.Administrator)]
internal sealed class ClockModel(ISender sender, DemoOptions demo, IStringLocalizer texts, Formats formats) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(int days, string? back, CancellationToken ct)
    {
        if (!demo.Enabled)
        {
            return NotFound();
        }

        var moved = await sender.Send(new AdvanceClock.Command(days), ct);
        await sender.Send(new RunDueWork.Command(), ct);
        this.Toast(texts["shell.demo-moved", formats.DateWithDay(formats.DateOf(moved.Now))]);

        return Redirect(Preference.Back(Url, back));
    }
}
