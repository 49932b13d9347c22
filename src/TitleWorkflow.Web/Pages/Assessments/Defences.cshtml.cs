using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>A committee's oral defences: its schedules, who can be heard, and a layout of rooms and times for a day.</summary>
[ForRoles(Role.CommitteeOffice)]
internal sealed class DefencesModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public DefenceInput Input { get; set; } = new();

    public ProposeDefences.Result Proposal { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(Input.Day, ct);

    // After a refusal what there is, without the layout that was refused.
    public Task LoadAsync(CancellationToken ct) => LoadAsync(null, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var day = Input.Day ?? new DefenceDay(default, Input.FirstAt, Input.Until, Input.MinutesEach, Input.BreakAfter, Input.BreakMinutes, []);
        var laid = await sender.Send(new LayDefences.Command(new OrganisationId(Id), day, Input.Chosen), ct);
        this.Toast(texts["assessments.defences.laid"]);

        return Redirect($"/defences/{laid.Schedule}");
    }

    private async Task LoadAsync(DefenceDay? day, CancellationToken ct) =>
        Proposal = await sender.Send(new ProposeDefences.Query(new OrganisationId(Id), day, Input.Chosen), ct);
}
