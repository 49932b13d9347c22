using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Web.Printing;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>A plan's guide for everybody, with the code that leads to it from a poster.</summary>
[AllowAnonymous]
internal sealed class GuideModel(ISender sender, PublicAddress address) : PageModel
{
    public GetGuide.Result Guide { get; private set; } = null!;

    public Uri Address => address.Guide(Guide.Plan.Value);

    public async Task OnGetAsync(Guid id, CancellationToken ct) => Guide = await sender.Send(new GetGuide.Query(new PlanId(id)), ct);
}
