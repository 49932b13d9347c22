using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>The result table and what signing it means; signed with the password.</summary>
[ForRoles(Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert)]
internal sealed class SignModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Password { get; set; } = "";

    public GetMeeting.Result Meeting { get; private set; } = null!;

    public IEnumerable<GetMeeting.Case> Decided => Meeting.Cases.Where(c => c.Result is not null);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) =>
        Meeting = await sender.Send(new GetMeeting.Query(new MeetingId(Id)), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sender.Send(new SignResults.Command(new MeetingId(Id), Password), ct);
        this.Toast(texts["assessments.signed"]);

        return Redirect($"/meetings/{Id}");
    }
}
