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

/// <summary>Shows a code at the moment it is drawn, and never again; also where a lost one is given up.</summary>
[ForRoles(Role.CommitteeOffice, Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert, Role.Supervisor)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CodeModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public GetMeeting.Result Meeting { get; private set; } = null!;

    /// <summary>The code; null unless it was drawn by this very request.</summary>
    public string? Drawn { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) =>
        Meeting = await sender.Send(new GetMeeting.Query(new MeetingId(Id)), ct);

    // No redirect: the code exists in this answer alone.
    [ForRoles(Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert, Role.Supervisor)]
    public async Task OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Drawn = Meeting.Viewer == MeetingViewer.Supervisor
            ? (await sender.Send(new DrawSupervisorCode.Command(new MeetingId(Id)), ct)).Code
            : (await sender.Send(new DrawDirectorCode.Command(new MeetingId(Id)), ct)).Code;
    }

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken ct)
    {
        await sender.Send(new ForgetCodes.Command(new MeetingId(Id), Reason ?? ""), ct);
        this.Toast(texts["assessments.codes-forgotten"]);

        return Redirect($"/meetings/{Id}");
    }
}
