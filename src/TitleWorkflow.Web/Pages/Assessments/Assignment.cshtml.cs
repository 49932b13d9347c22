using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments.Assigning;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>Readers for many dossiers at once: what waits, the proposal with loads as bars, changes by hand.</summary>
[ForRoles(Role.CommitteeOffice)]
internal sealed class AssignmentModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public AssignmentInput Input { get; set; } = new();

    public ProposeAssignment.Result Proposal { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) => Proposal = await sender.Send(
        new ProposeAssignment.Query(
            new OrganisationId(Id), Input.Policy, [.. Input.Items.Select(i => new WorkItemId(i))]),
        ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var policy = Input.Policy ?? new AssignmentPolicy(AssignmentInput.Usual, null, false, "");
        var done = await sender.Send(new ApplyAssignment.Command(new OrganisationId(Id), policy, Input.ToRows()), ct);
        this.Toast(texts["assessments.assigned", done.Assigned]);

        return Redirect($"/committees/{Id}/assignment");
    }
}
