using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>The oral defences an expert is to hear, day by day, as they look on a phone.</summary>
[ForRoles(Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert)]
internal sealed class MyDefencesModel(ISender sender) : PageModel
{
    public IReadOnlyList<ListMyDefences.Row> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Items = (await sender.Send(new ListMyDefences.Query(), ct)).Items;
}
