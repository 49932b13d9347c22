using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Plans;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Pages.Plans;

/// <summary>A committee's office proposes an annual plan, or changes one whose window has not opened.</summary>
[ForRoles(Role.CommitteeOffice, Role.OrganisingOfficer)]
internal sealed class EditModel(ISender sender, Formats formats) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }

    [BindProperty] public Guid Committee { get; set; }

    [BindProperty] public int Year { get; set; }

    [BindProperty] public TitleLevel Level { get; set; }

    [BindProperty] public Channel Channel { get; set; }

    [BindProperty] public PlanForm Terms { get; set; } = new();

    public GetPlanChoices.Result Choices { get; private set; } = null!;

    /// <summary>What one's committees may review by: the bureau's every channel, a pilot's its own.</summary>
    public IReadOnlyList<Channel> Channels =>
    [
        .. Enum.GetValues<Channel>().Where(c => !c.IsByOwnPower() && Choices.Committees.Any(k => k.OwnPower is null)),
        .. Choices.Committees.Select(c => c.OwnPower).OfType<Channel>().Distinct(),
    ];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        (Year, Level, Channel) = Choices.Committees is [var first, ..]
            ? (formats.Today.Year, first.Level, first.OwnPower ?? Channel.Standard)
            : (formats.Today.Year, TitleLevel.Intermediate, Channel.Standard);
        if (Id is { } id)
        {
            Terms = PlanForm.Of((await sender.Send(new GetPlanProposal.Query(new PlanProposalId(id)), ct)).Terms);
        }
    }

    public async Task LoadAsync(CancellationToken ct) => Choices = await sender.Send(new GetPlanChoices.Query(), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Id is { } id)
        {
            await sender.Send(new RevisePlan.Command(new PlanProposalId(id), Terms.Terms()), ct);
            return Redirect($"/plans/{id}");
        }

        var proposed = await sender.Send(new ProposePlan.Command(new OrganisationId(Committee), Year, Level, Terms.Terms(), Channel), ct);

        return Redirect($"/plans/{proposed.Proposal}");
    }
}
