using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Application.Workflows.Simulation;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Workflows;

/// <summary>Rehearses a state of a flow and says what would become of cases in it.</summary>
[ForRoles(Role.ProcessDesigner, Role.Administrator, Role.Auditor)]
internal sealed class SimulateModel(ISender sender) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string DefinitionId { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Cases { get; set; } = Counts[1];

    /// <summary>Whether to rehearse, rather than to ask what.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Run { get; set; }

    /// <summary>How many finished cases may be replayed.</summary>
    public static IReadOnlyList<int> Counts { get; } = [10, 20, SimulateFlow.MostCases];

    public string FlowPath => "/flows/" + Uri.EscapeDataString(DefinitionId);

    /// <summary>All states of the flow, newest first.</summary>
    public IReadOnlyList<FlowDesign> States { get; private set; } = [];

    public FlowDesign Flow => States[0];

    /// <summary>What the rehearsal came to; null before one is asked for.</summary>
    public SimulateFlow.Result? Simulation { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        States = (await sender.Send(new ListFlowDesigns.Query(DefinitionIds: [DefinitionId]), ct)).Designs;
        if (States.Count == 0)
        {
            return NotFound();
        }

        Number ??= Flow.Number;
        Simulation = Run ? await sender.Send(new SimulateFlow.Query(DefinitionId, Number, Cases), ct) : null;
        return Page();
    }
}
