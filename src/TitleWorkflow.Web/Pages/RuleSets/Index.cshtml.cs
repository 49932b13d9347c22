using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.RuleSets;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.RuleSets;

/// <summary>Every version of every rule set: what is in force, what awaits approval, what was before.</summary>
[ForRoles(Role.CityOfficer, Role.ProvinceOfficer, Role.Auditor)]
internal sealed class IndexModel(ISender sender) : PageModel
{
    public IReadOnlyList<ListRuleSets.Row> Sets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Sets = (await sender.Send(new ListRuleSets.Query(), ct)).Items;
}
