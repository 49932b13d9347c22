using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>One meeting, for the office that runs it, its members and those who watch; each sees their own next step first.</summary>
[ForRoles(
    Role.CommitteeOffice, Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert, Role.Supervisor,
    Role.OrganisingOfficer, Role.Auditor)]
internal sealed class MeetingModel(ISender sender) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public GetMeeting.Result Meeting { get; private set; } = null!;

    /// <summary>The case being voted on, as far as the viewer may know.</summary>
    public GetMeeting.Case? Voting => Meeting.Cases.SingleOrDefault(c => c.Status == MeetingCaseStatus.Voting);

    /// <summary>The next case of the agenda.</summary>
    public GetMeeting.Case? Next => Meeting.Cases.FirstOrDefault(c => c.Status == MeetingCaseStatus.Listed && !c.IsWithdrawn);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) =>
        Meeting = await sender.Send(new GetMeeting.Query(new MeetingId(Id)), ct);

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostPresenceAsync(List<Guid> members, bool present, CancellationToken ct) =>
        DoAsync(new MarkPresence.Command(new MeetingId(Id), [.. members.Select(m => new PersonId(m))], present), ct);

    [ForRoles(Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert)]
    public Task<IActionResult> OnPostSignInAsync(CancellationToken ct) =>
        DoAsync(new SignInToMeeting.Command(new MeetingId(Id), Code ?? ""), ct);

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostOpenAsync(CancellationToken ct) => DoAsync(new OpenMeeting.Command(new MeetingId(Id)), ct);

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostSuspendAsync(CancellationToken ct) =>
        DoAsync(new SuspendMeeting.Command(new MeetingId(Id)), ct);

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostCloseAsync(CancellationToken ct) => DoAsync(new CloseMeeting.Command(new MeetingId(Id)), ct);

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostOpenVotingAsync(Guid @case, CancellationToken ct) =>
        DoAsync(new OpenVoting.Command(new MeetingId(Id), new MeetingCaseId(@case)), ct);

    [ForRoles(Role.CommitteeOffice, Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert)]
    public Task<IActionResult> OnPostCloseVotingAsync(
        Guid @case, string directorCode, string supervisorCode, CancellationToken ct) =>
        DoAsync(new CloseVoting.Command(new MeetingId(Id), new MeetingCaseId(@case), directorCode, supervisorCode), ct);

    private async Task<IActionResult> DoAsync(IRequest command, CancellationToken ct)
    {
        await sender.Send(command, ct);

        return Redirect($"/meetings/{Id}");
    }
}
