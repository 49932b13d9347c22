using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>The draft of a plan's standard as a form: names and numbers of every indicator, which to take away, one to add.</summary>
[ForRoles(Role.CityOfficer, Role.ProcessDesigner)]
internal sealed class StandardDraftModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public GetStandard.Result About { get; private set; } = null!;

    /// <summary>The draft; what is in force before there is one.</summary>
    public ScoringStandard Standard => About.Draft?.Standard ?? About.Standard;

    /// <summary>Chinese names as typed, by key of the indicator; empty before anything was.</summary>
    public Dictionary<string, string?> Texts { get; private set; } = [];

    /// <summary>English names as typed.</summary>
    public Dictionary<string, string?> English { get; private set; } = [];

    /// <summary>Numbers as typed, by <c>key/part</c>.</summary>
    public Dictionary<string, decimal> Figures { get; private set; } = [];

    /// <summary>Keys of indicators to take away.</summary>
    public List<string> Gone { get; private set; } = [];

    /// <summary>An indicator being added.</summary>
    public IndicatorForm Indicator { get; private set; } = new();

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    // Under their own names only: what a form leaves out must not be looked for among all that was sent.
    public async Task<IActionResult> OnPostSaveAsync(
        [FromForm(Name = "names")] Dictionary<string, string?> names,
        [FromForm(Name = "english")] Dictionary<string, string?> english,
        [FromForm(Name = "figures")] Dictionary<string, decimal> figures,
        List<string> gone,
        CancellationToken ct)
    {
        (Texts, English, Figures, Gone) = (names, english, figures, gone);
        await sender.Send(
            new ReviseStandard.Command(
                new PlanId(Id),
                names.ToDictionary(n => n.Key, n => new IndicatorName(n.Value ?? "", english.GetValueOrDefault(n.Key) ?? "")),
                [.. figures.Where(f => f.Key.Contains('/')).Select(f => Figure(f.Key.Split('/', 2), f.Value))],
                gone),
            ct);
        this.Toast(texts["assessments.standards.saved"]);

        return Redirect($"/standards/{Id}");
    }

    public async Task<IActionResult> OnPostAddAsync(IndicatorForm indicator, CancellationToken ct)
    {
        Indicator = indicator;
        await sender.Send(
            new AddIndicator.Command(new PlanId(Id), indicator.Below, indicator.Text ?? "", indicator.English ?? "", indicator.Cap), ct);
        this.Toast(texts["assessments.standards.saved"]);

        return Redirect($"/standards/{Id}/draft");
    }

    public async Task LoadAsync(CancellationToken ct) =>
        About = await sender.Send(new GetStandard.Query(new PlanId(Id)), ct);

    private static StandardFigure Figure(string[] address, decimal value) => new(address[0], address[1], value);
}
