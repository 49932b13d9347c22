using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Printing;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>The minutes of a signed meeting as A4 paper, to be printed or kept as PDF; the seal is checked whenever they are opened.</summary>
[ForRoles(
    Role.CommitteeOffice, Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert, Role.Supervisor,
    Role.OrganisingOfficer, Role.Auditor)]
[NoIndex]
internal sealed class MinutesModel(ISender sender, ChromiumPrinter printer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MinutesSheet Sheet { get; private set; } = null!;

    public bool CanPrint => printer.CanPrint;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken ct)
    {
        await LoadAsync(ct);

        return CanPrint
            ? File(await printer.PrintAsync(Sheet, ct), "application/pdf", $"minutes-{Sheet.Minutes.HeldOn:yyyy-MM-dd}.pdf")
            : Page();
    }

    private async Task LoadAsync(CancellationToken ct) =>
        Sheet = new MinutesSheet(await sender.Send(new GetMinutes.Query(new MeetingId(Id)), ct));
}
