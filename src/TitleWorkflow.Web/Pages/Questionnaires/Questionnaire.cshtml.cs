using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Questionnaires;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Printing;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;
using TitleWorkflow.Web.WorkItems;

namespace TitleWorkflow.Web.Pages.Questionnaires;

/// <summary>One questionnaire: the form for whoever is asked, link, code and acts for the office that asks.</summary>
[ForRoles(
    Role.DistrictOfficer, Role.CityOfficer, Role.OrganisingOfficer, Role.ServiceCommissioner, Role.EmployerHr, Role.Applicant)]
internal sealed class QuestionnaireModel(ISender sender, IStringLocalizer texts, PublicAddress address) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid? Enterprise { get; set; }

    [BindProperty] public FieldsInput Input { get; set; } = new();

    public GetQuestionnaire.Result Asked { get; private set; } = null!;

    public Uri Address => address.Questionnaire(Number);

    private OrganisationId? AnswersFor => Enterprise is { } enterprise ? new OrganisationId(enterprise) : null;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct)
    {
        Asked = await sender.Send(new GetQuestionnaire.Query(Number, AnswersFor), ct);
        Input.Ask(Asked.Fields, Asked.Answering?.Values);
    }

    [ForRoles(Role.EmployerHr, Role.Applicant)]
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sender.Send(new AnswerQuestionnaire.Command(Number, Input.Values(), AnswersFor), ct);
        this.Toast(texts["questionnaires.sent"]);

        return Redirect($"/questionnaires/{Number}{(Enterprise is { } enterprise ? $"?enterprise={enterprise}" : "")}");
    }

    [ForRoles(Role.DistrictOfficer, Role.CityOfficer, Role.OrganisingOfficer, Role.ServiceCommissioner)]
    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct) =>
        Done(texts["questionnaires.opened", (await sender.Send(new OpenQuestionnaire.Command(Number), ct)).Told]);

    [ForRoles(Role.DistrictOfficer, Role.CityOfficer, Role.OrganisingOfficer, Role.ServiceCommissioner)]
    public async Task<IActionResult> OnPostRemindAsync(CancellationToken ct) =>
        Done(texts["questionnaires.reminded", (await sender.Send(new RemindOfQuestionnaire.Command(Number), ct)).Told]);

    [ForRoles(Role.DistrictOfficer, Role.CityOfficer, Role.OrganisingOfficer, Role.ServiceCommissioner)]
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        await sender.Send(new CloseQuestionnaire.Command(Number), ct);

        return Done(texts["questionnaires.closed"]);
    }

    [ForRoles(Role.DistrictOfficer, Role.CityOfficer, Role.OrganisingOfficer, Role.ServiceCommissioner)]
    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken ct)
    {
        await sender.Send(new DeleteQuestionnaire.Command(Number), ct);
        this.Toast(texts["questionnaires.deleted"]);

        return Redirect("/questionnaires");
    }

    private RedirectResult Done(string said)
    {
        this.Toast(said);

        return Redirect($"/questionnaires/{Number}");
    }
}
