using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Pilots;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Pilots;

/// <summary>Pilots and applications, with days of authorisation; for the city with reviews by whose power they rest on.</summary>
[ForRoles(Role.Chairperson, Role.EmployerHr, Role.OrganisingOfficer, Role.DistrictOfficer, Role.CityOfficer, Role.Auditor)]
internal sealed class IndexModel(ISender sender, ICurrentUser user) : PageModel
{
    public ListPilots.Result List { get; private set; } = null!;

    public GetReviewFigures.Result? Figures { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        List = await sender.Send(new ListPilots.Query(), ct);
        if (user.Has(Role.CityOfficer) || user.Has(Role.Auditor))
        {
            Figures = await sender.Send(new GetReviewFigures.Query(), ct);
        }
    }
}
