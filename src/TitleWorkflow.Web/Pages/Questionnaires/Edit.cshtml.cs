using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Questionnaires;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Pages.Questionnaires;

/// <summary>An office writes a questionnaire, or changes its draft.</summary>
[ForRoles(Role.DistrictOfficer, Role.CityOfficer, Role.OrganisingOfficer, Role.ServiceCommissioner)]
internal sealed class EditModel(ISender sender, ICurrentUser user, Formats formats) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    /// <summary>In which role and office it is asked; the first if none is chosen.</summary>
    [BindProperty]
    public string? Asker { get; set; }

    [BindProperty]
    public QuestionnaireForm Sheet { get; set; } = new();

    public IReadOnlyList<HeldGrant> Offices => user.AsksFor();

    public static string Key(HeldGrant grant) => $"{grant.Role}/{grant.Organisation}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Number is not { } number)
        {
            Sheet = new QuestionnaireForm { Year = formats.Today.Year, LastDay = formats.Today.AddDays(14) };
            return Page();
        }

        var found = await sender.Send(new GetQuestionnaire.Query(number), ct);
        Sheet = QuestionnaireForm.Of(found);
        return found.IsOwn ? Page() : NotFound();
    }

    public Task LoadAsync(CancellationToken ct) => Task.CompletedTask;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Number is { } number)
        {
            await sender.Send(new ReviseQuestionnaire.Command(number, Sheet.Sheet()), ct);
            return Redirect($"/questionnaires/{number}");
        }

        var asker = Offices.FirstOrDefault(g => Key(g) == Asker) ?? Offices[0];
        var drafted = await sender.Send(new DraftQuestionnaire.Command(asker.Role, asker.Organisation, Sheet.Sheet()), ct);

        return Redirect($"/questionnaires/{drafted.Number}");
    }
}
