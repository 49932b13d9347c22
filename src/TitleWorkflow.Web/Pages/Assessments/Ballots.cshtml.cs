using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>
/// The voter's device: choose, confirm, receipt. The choice travels in the body of a request and stands in no address, cookie or
/// stored page.
/// </summary>
[ForRoles(Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class BallotsModel(ISender sender, ICurrentUser user, TimeProvider clock) : PageModel, ILoadsItself
{
    [BindProperty]
    public Guid Case { get; set; }

    [BindProperty]
    public BallotChoice? Choice { get; set; }

    public GetBallot.Result Ballot { get; private set; } = null!;

    public string Voter => user.Name;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>True once a choice is made on the case that is still open.</summary>
    public bool Confirms => Choice is not null && Ballot.State == GetBallot.State.Voting && Ballot.Case!.Id.Value == Case;

    /// <summary>True if the way on was asked for without a choice.</summary>
    public bool ChoiceMissing { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);

        return Ballot.State is GetBallot.State.RunOffVoting or GetBallot.State.RunOffVoted ? Redirect("/ballots/run-off") : Page();
    }

    public async Task LoadAsync(CancellationToken ct) => Ballot = await sender.Send(new GetBallot.Query(), ct);

    // No redirect: an address with the choice would be kept in history and logs.
    public async Task OnPostChooseAsync(CancellationToken ct)
    {
        ChoiceMissing = Choice is null;
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostCastAsync(Guid meeting, CancellationToken ct)
    {
        await sender.Send(
            new CastBallot.Command(new MeetingId(meeting), new MeetingCaseId(Case), Choice ?? default), ct);

        return Redirect("/ballots");
    }
}
