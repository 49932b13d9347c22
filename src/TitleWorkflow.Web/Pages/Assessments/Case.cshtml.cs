using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>What can be done on one case besides voting: leave it, put it off, void a ballot whose code is lost.</summary>
[ForRoles(Role.CommitteeOffice, Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert)]
internal sealed class CaseModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid CaseId { get; set; }

    [BindProperty]
    public Guid? Member { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public GetMeeting.Result Meeting { get; private set; } = null!;

    public GetMeeting.Case Case { get; private set; } = null!;

    private MeetingCaseId Key => new(CaseId);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct)
    {
        Meeting = await sender.Send(new GetMeeting.Query(new MeetingId(Id)), ct);
        Case = Meeting.Cases.SingleOrDefault(c => c.Id == Key) ?? throw new NotFoundException();
    }

    public async Task<IActionResult> OnPostRecuseAsync(CancellationToken ct)
    {
        PersonId? member = Member is { } chosen ? new PersonId(chosen) : null;
        await sender.Send(new RecuseMember.Command(new MeetingId(Id), Key, member, Reason ?? ""), ct);

        return Back("assessments.recusal-recorded");
    }

    [ForRoles(Role.CommitteeOffice)]
    public async Task<IActionResult> OnPostDeferAsync(CancellationToken ct)
    {
        await sender.Send(new DeferCase.Command(new MeetingId(Id), Key), ct);

        return Back("assessments.deferred");
    }

    [ForRoles(Role.CommitteeOffice)]
    public async Task<IActionResult> OnPostVoidAsync(CancellationToken ct)
    {
        await sender.Send(new VoidVoting.Command(new MeetingId(Id), Key, Reason ?? ""), ct);

        return Back("assessments.voided");
    }

    private RedirectResult Back(string text)
    {
        this.Toast(texts[text]);

        return Redirect($"/meetings/{Id}");
    }
}
