using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Reviews;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.WorkItems;

/// <summary>Several declarations vetted at once, each with an outcome and a reason of its own.</summary>
[ForRoles(
    Role.TownOfficer, Role.DistrictOfficer, Role.CityOfficer, Role.ProvinceOfficer, Role.OrganisingOfficer, Role.ServiceCommissioner)]
internal sealed class VettingModel(ISender sender, ProblemMap problems, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty]
    public List<RowInput> Rows { get; set; } = [];

    public ListVetting.Result List { get; private set; } = new([]);

    /// <summary>Why a row was not done, by its task.</summary>
    public Dictionary<Guid, ProblemDetails> Refused { get; } = [];

    /// <summary>Whether nothing was chosen for any row.</summary>
    public bool IsNothingChosen { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var chosen = Rows.Where(r => !string.IsNullOrEmpty(r.Outcome)).ToList();
        IsNothingChosen = chosen.Count == 0;
        if (IsNothingChosen)
        {
            await LoadAsync(ct);

            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        var result = await sender.Send(
            new VetTogether.Command([.. chosen.Select(r => new VetTogether.Row(new WorkItemId(r.WorkItem), r.Outcome!, r.Comment))]), ct);
        foreach (var (item, refusal) in result.Rows.Where(r => r.Refusal is not null))
        {
            Refused[item.Value] = problems.Describe(refusal!, HttpContext);
        }

        if (Refused.Count < chosen.Count)
        {
            this.Toast(texts["workitems.vetting.done", chosen.Count - Refused.Count]);
        }

        if (Refused.Count == 0)
        {
            return Redirect("/inbox/vetting");
        }

        await LoadAsync(ct);

        return new PageResult { StatusCode = Refused.Values.First().Status };
    }

    public async Task LoadAsync(CancellationToken ct) => List = await sender.Send(new ListVetting.Query(), ct);

    /// <summary>What was typed for a task.</summary>
    public RowInput Typed(WorkItemId item) => Rows.Find(r => r.WorkItem == item.Value) ?? new RowInput { WorkItem = item.Value };

    /// <summary>What an officer says of one declaration.</summary>
    public sealed class RowInput
    {
        public Guid WorkItem { get; set; }

        public string? Outcome { get; set; }

        public string? Comment { get; set; }
    }
}
