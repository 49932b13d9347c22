using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Channels;
using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Channels;

/// <summary>Decisions where the rules map nothing: the applicant's own, and those an organising unit takes.</summary>
[ForRoles(Role.Applicant, Role.OrganisingOfficer)]
internal sealed class DecisionsModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty]
    public bool? IsEligible { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    public ListDecisions.Result List { get; private set; } = new([]);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    [ForRoles(Role.OrganisingOfficer)]
    public async Task<IActionResult> OnPostAsync(Guid decision, CancellationToken ct)
    {
        if (IsEligible is not { } eligible)
        {
            await LoadAsync(ct);
            ModelState.AddModelError(nameof(IsEligible), texts["errors.field.EnumValidator"]);

            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        await sender.Send(new DecideManually.Command(new ManualDecisionId(decision), eligible, Reason ?? "", Basis ?? ""), ct);
        this.Toast(texts["channels.decision.done"]);

        return Redirect("/decisions");
    }

    public async Task LoadAsync(CancellationToken ct) => List = await sender.Send(new ListDecisions.Query(), ct);
}
