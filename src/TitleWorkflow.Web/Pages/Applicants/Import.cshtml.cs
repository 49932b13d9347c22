using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Applicants;
using TitleWorkflow.Application.Spreadsheets;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Applicants;

/// <summary>How far a list has come, which rows were refused for what, and those rows to be mended.</summary>
[ForRoles(Role.EmployerHr, Role.TownOfficer, Role.DistrictOfficer, Role.CityOfficer)]
internal sealed class ImportModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int After { get; set; }

    public GetImport.Result Import { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) =>
        Import = await sender.Send(new GetImport.Query(new ApplicantImportId(Id), After), ct);

    public async Task<IActionResult> OnGetRefusedAsync(CancellationToken ct)
    {
        var refused = await sender.Send(new ReadRefusedRows.Query(new ApplicantImportId(Id)), ct);

        return File(Spreadsheet.Write(texts["applicants.refused"], texts.RefusedRows(refused)), Spreadsheet.MediaType, "refused.xlsx");
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken ct)
    {
        await sender.Send(new StopImport.Command(new ApplicantImportId(Id)), ct);
        this.Toast(texts["applicants.stopped"]);

        return Redirect($"/applicant-lists/{Id}");
    }
}
