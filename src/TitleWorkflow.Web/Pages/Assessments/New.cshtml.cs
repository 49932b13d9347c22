using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>Calls a meeting: committee, day, place.</summary>
[ForRoles(Role.CommitteeOffice)]
internal sealed class NewModel(ISender sender, Formats formats) : PageModel, ILoadsItself
{
    /// <summary>What the form holds.</summary>
    public sealed record Form(Guid Committee, DateOnly HeldOn, string Place);

    [BindProperty]
    public Form Input { get; set; } = null!;

    public IReadOnlyList<ListMeetings.Callable> Committees { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new Form(Committees is [var only] ? only.Committee.Value : default, formats.Today, "");
    }

    public async Task LoadAsync(CancellationToken ct) => Committees = (await sender.Send(new ListMeetings.Query(), ct)).MayCall;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var called = await sender.Send(
            new CallMeeting.Command(new OrganisationId(Input.Committee), Input.HeldOn, Input.Place), ct);

        return Redirect($"/meetings/{called.Meeting}/agenda");
    }
}
