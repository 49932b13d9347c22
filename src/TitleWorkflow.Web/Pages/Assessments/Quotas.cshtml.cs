using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>The free posts of public institutions, plan by plan, for the organising unit that notes them.</summary>
[ForRoles(Role.OrganisingOfficer)]
internal sealed class QuotasModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    public IReadOnlyList<ListPostQuotas.PlanRow> Plans { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) => Plans = (await sender.Send(new ListPostQuotas.Query(), ct)).Items;

    public async Task<IActionResult> OnPostAsync(Guid plan, Guid employer, int? posts, CancellationToken ct)
    {
        await sender.Send(new SetPostQuota.Command(new PlanId(plan), new OrganisationId(employer), posts ?? -1), ct);
        this.Toast(texts["assessments.quotas.saved"]);

        return Redirect("/quotas");
    }
}
