using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Questionnaires;
using TitleWorkflow.Application.Spreadsheets;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Pages.Questionnaires;

/// <summary>What was answered: rate, field by field, who has not answered; on the page and as a sheet.</summary>
[ForRoles(Role.DistrictOfficer, Role.CityOfficer, Role.OrganisingOfficer, Role.ServiceCommissioner)]
internal sealed class ResultsModel(ISender sender, IStringLocalizer texts, Formats formats) : PageModel
{
    public GetQuestionnaireResults.Result Results { get; private set; } = null!;

    public async Task OnGetAsync(string number, CancellationToken ct) =>
        Results = await sender.Send(new GetQuestionnaireResults.Query(number), ct);

    public async Task<IActionResult> OnGetSheetAsync(string number, CancellationToken ct)
    {
        var results = await sender.Send(new GetQuestionnaireResults.Query(number), ct);

        return File(
            Spreadsheet.Write(texts["questionnaires.results"], texts.Sheet(formats, results)), Spreadsheet.MediaType, $"{results.Number}.xlsx");
    }
}
