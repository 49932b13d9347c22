using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Committees;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Committees;

/// <summary>Seats a committee from the expert pool: everybody's position at once.</summary>
[ForRoles(Role.CommitteeOffice, Role.OrganisingOfficer)]
internal sealed class AppointModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Position by person; none for those who get no seat.</summary>
    [BindProperty]
    public Dictionary<Guid, CommitteePosition?> Positions { get; set; } = [];

    public GetCommittee.Result Committee { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Positions = Committee.Seats.ToDictionary(s => s.Person.Value, s => (CommitteePosition?)s.Position);
    }

    public async Task LoadAsync(CancellationToken ct) =>
        Committee = await sender.Send(new GetCommittee.Query(new OrganisationId(Id)), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var seats = Positions.Where(p => p.Value is not null)
            .Select(p => new CommitteeSeat(new PersonId(p.Key), p.Value!.Value)).ToList();
        await sender.Send(new AppointMembers.Command(new OrganisationId(Id), seats), ct);
        this.Toast(texts["committees.appointed"]);

        return Redirect($"/committees/{Id}");
    }
}
