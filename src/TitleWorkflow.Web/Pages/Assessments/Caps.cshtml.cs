using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>Who has a place under pass rate and post quotas, with the working, and the run-offs that tell level ones apart.</summary>
[ForRoles(
    Role.CommitteeOffice, Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert, Role.Supervisor,
    Role.OrganisingOfficer, Role.Auditor)]
internal sealed class CapsModel(ISender sender) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public GetCaps.Result Caps { get; private set; } = null!;

    public IReadOnlyList<ListRunOffs.Row> RunOffs { get; private set; } = [];

    public bool Office => Caps.Viewer == MeetingViewer.Office;

    /// <summary>The run-off being voted in, else the next one to be; null if there is none.</summary>
    public ListRunOffs.Row? Current =>
        RunOffs.FirstOrDefault(r => r.Status == RunOffStatus.Voting) ?? RunOffs.FirstOrDefault(r => r.Status == RunOffStatus.Listed);

    public int Tied => Caps.Plans.Sum(p => p.Rows.Count(r => r.Standing == CapStanding.Tied));

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct)
    {
        Caps = await sender.Send(new GetCaps.Query(new MeetingId(Id)), ct);
        RunOffs = (await sender.Send(new ListRunOffs.Query(new MeetingId(Id)), ct)).Items;
    }

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostSettleAsync(CancellationToken ct) => DoAsync(new SettleCaps.Command(new MeetingId(Id)), ct);

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostOpenAsync(Guid runOff, CancellationToken ct) =>
        DoAsync(new OpenRunOff.Command(new MeetingId(Id), new RunOffId(runOff)), ct);

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostCloseAsync(Guid runOff, string directorCode, string supervisorCode, CancellationToken ct) =>
        DoAsync(new CloseRunOff.Command(new MeetingId(Id), new RunOffId(runOff), directorCode, supervisorCode), ct);

    [ForRoles(Role.CommitteeOffice)]
    public Task<IActionResult> OnPostVoidAsync(Guid runOff, string reason, CancellationToken ct) =>
        DoAsync(new VoidRunOff.Command(new MeetingId(Id), new RunOffId(runOff), reason ?? ""), ct);

    private async Task<IActionResult> DoAsync(IBaseRequest command, CancellationToken ct)
    {
        await sender.Send((object)command, ct);

        return Redirect($"/meetings/{Id}/caps");
    }
}
