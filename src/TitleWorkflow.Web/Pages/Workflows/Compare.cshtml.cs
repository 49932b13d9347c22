using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Workflows;

namespace TitleWorkflow.Web.Pages.Workflows;

/// <summary>Two states of a flow side by side: steps that differ, both pictures, the file line by line.</summary>
[ForRoles(Role.ProcessDesigner, Role.Administrator, Role.Auditor)]
internal sealed class CompareModel(ISender sender, IStringLocalizer texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string DefinitionId { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public CompareFlowVersions.Result Compared { get; private set; } = null!;

    public FlowComparison Comparison => Compared.Comparison;

    public string FlowPath => "/flows/" + Uri.EscapeDataString(DefinitionId);

    /// <summary>What became of the steps that differ; a step of which two things can be said is new or gone before all.</summary>
    public IReadOnlyDictionary<string, StepMark> Marks => Comparison.Changes.GroupBy(c => c.Id)
        .ToDictionary(step => step.Key, step => Mark(step.Min(c => c.Kind)));

    public async Task OnGetAsync(CancellationToken ct) =>
        Compared = await sender.Send(new CompareFlowVersions.Query(DefinitionId, From, To), ct);

    private StepMark Mark(FlowChangeKind kind) => kind switch
    {
        FlowChangeKind.Added => new StepMark("added", texts["flows.compare.added"]),
        FlowChangeKind.Removed => new StepMark("removed", texts["flows.compare.removed"]),
        _ => new StepMark("changed", texts["flows.compare.changed"]),
    };
}
