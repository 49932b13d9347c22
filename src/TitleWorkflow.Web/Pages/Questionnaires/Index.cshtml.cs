using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Questionnaires;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Questionnaires;

/// <summary>The questionnaires an office asks, and the open ones somebody is asked.</summary>
[ForRoles(
    Role.DistrictOfficer, Role.CityOfficer, Role.OrganisingOfficer, Role.ServiceCommissioner, Role.EmployerHr, Role.Applicant)]
internal sealed class IndexModel(ISender sender) : PageModel
{
    public ListQuestionnaires.Result List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => List = await sender.Send(new ListQuestionnaires.Query(), ct);
}
