using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Questionnaires;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Web.Printing;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Questionnaires;

/// <summary>The card for paper that leads to a questionnaire: title, code, last day.</summary>
[ForRoles(Role.DistrictOfficer, Role.CityOfficer, Role.OrganisingOfficer, Role.ServiceCommissioner)]
internal sealed class CardModel(ISender sender, PublicAddress address) : PageModel
{
    public GetQuestionnaire.Result Asked { get; private set; } = null!;

    public Uri Address => address.Questionnaire(Asked.Number);

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken ct)
    {
        Asked = await sender.Send(new GetQuestionnaire.Query(number), ct);

        return Asked is { IsOwn: true, State: not QuestionnaireState.Draft } ? Page() : NotFound();
    }
}
