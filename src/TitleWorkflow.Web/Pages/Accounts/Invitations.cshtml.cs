using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Accounts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Printing;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Accounts;

/// <summary>Who has not signed in yet, and a slip for each to be handed over.</summary>
[ForRoles(Role.EmployerHr, Role.TownOfficer, Role.DistrictOfficer, Role.CityOfficer)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class InvitationsModel(ISender sender, PublicAddress address) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ListInvitable.Result List { get; private set; } = null!;

    /// <summary>The slip; null unless it was asked for by this very request.</summary>
    public InvitePerson.Result? Slip { get; private set; }

    public Uri SlipAddress => address.Invitation(Slip!.Code);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    // No redirect: the code exists in this answer alone.
    public async Task OnPostAsync(Guid person, CancellationToken ct)
    {
        await LoadAsync(ct);
        Slip = await sender.Send(new InvitePerson.Command(new PersonId(person)), ct);
    }

    public async Task LoadAsync(CancellationToken ct) => List = await sender.Send(new ListInvitable.Query(After), ct);
}
