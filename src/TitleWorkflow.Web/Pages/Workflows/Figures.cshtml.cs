using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Workflows.Figures;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Workflows;

namespace TitleWorkflow.Web.Pages.Workflows;

/// <summary>How cases fare at each step of a flow, on its picture and as a table.</summary>
[ForRoles(Role.ProcessDesigner, Role.Administrator, Role.Auditor, Role.CityOfficer)]
internal sealed class FiguresModel(ISender sender, IStringLocalizer texts) : PageModel
{
    // Shades of the picture, each for a quarter of the longest median.
    private const int Shades = 4;

    [BindProperty(SupportsGet = true)]
    public string DefinitionId { get; set; } = "";

    public GetFlowFigures.Result Figures { get; private set; } = null!;

    public string FlowPath => "/flows/" + Uri.EscapeDataString(DefinitionId);

    /// <summary>Shade and figures of every step that a case came to.</summary>
    public IReadOnlyDictionary<string, StepMark> Marks
    {
        get
        {
            var longest = Figures.Steps.Max(s => s.Pace.MedianDays) ?? 0;
            return Figures.Steps.Where(s => s.Pace.Visits > 0).ToDictionary(s => s.Name.Id, s => Mark(s.Pace, longest));
        }
    }

    public async Task OnGetAsync(CancellationToken ct) =>
        Figures = await sender.Send(new GetFlowFigures.Query(DefinitionId), ct);

    private StepMark Mark(StepPace pace, int longest)
    {
        var shade = longest == 0 ? 0 : (int)Math.Ceiling((double)Shades * (pace.MedianDays ?? 0) / longest);
        return new StepMark(
            $"heat{shade}",
            pace.MedianDays is { } median ? texts["flows.figures.mark", pace.Visits, median] : texts["flows.figures.mark.visits", pace.Visits]);
    }
}
