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
/// A run-off on the voter's device: name one, confirm, receipt. As with every ballot the choice travels in the body of a request
/// and stands in no address, cookie or stored page.
/// </summary>
[ForRoles(Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RunOffModel(ISender sender, ICurrentUser user, TimeProvider clock) : PageModel, ILoadsItself
{
    /// <summary>What the page calls it when nobody is named.</summary>
    public const string Nobody = "abstain";

    [BindProperty]
    public Guid RunOff { get; set; }

    /// <summary>The case of the candidate named, or <see cref="Nobody"/>.</summary>
    [BindProperty]
    public string? Choice { get; set; }

    public GetBallot.Result Ballot { get; private set; } = null!;

    public string Voter => user.Name;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The candidate named; null for nobody.</summary>
    public GetBallot.Candidate? Named => Ballot.RunOff?.Candidates.FirstOrDefault(c => c.Case.ToString() == Choice);

    /// <summary>True once a choice is made in the run-off that is still open.</summary>
    public bool Confirms => Ballot.State == GetBallot.State.RunOffVoting && Ballot.RunOff!.Id.Value == RunOff
        && (Choice == Nobody || Named is not null);

    /// <summary>True if the way on was asked for without a choice.</summary>
    public bool ChoiceMissing { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);

        return Ballot.State is GetBallot.State.RunOffVoting or GetBallot.State.RunOffVoted ? Page() : Redirect("/ballots");
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
        MeetingCaseId? named = Choice == Nobody ? null : new MeetingCaseId(Guid.TryParse(Choice, out var id) ? id : Guid.Empty);
        await sender.Send(new CastRunOff.Command(new MeetingId(meeting), new RunOffId(RunOff), named), ct);

        return Redirect("/ballots");
    }
}
