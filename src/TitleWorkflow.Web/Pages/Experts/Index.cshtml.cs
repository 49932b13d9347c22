using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Pages.Experts;

/// <summary>The pool: what waits on the road into it, and who is in it.</summary>
[ForRoles(Role.CommitteeOffice, Role.OrganisingOfficer)]
internal sealed class IndexModel(ISender sender, IStringLocalizer texts, Formats formats) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    [BindProperty(SupportsGet = true)] public string? Specialty { get; set; }

    [BindProperty(SupportsGet = true)] public TitleLevel? Level { get; set; }

    [BindProperty(SupportsGet = true)] public ExpertState? State { get; set; }

    [BindProperty(SupportsGet = true)] public bool? FromEnterprise { get; set; }

    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    public ListExperts.Result List { get; private set; } = null!;

    public bool Filtered => $"{Q}{Specialty}{Level}{State}{FromEnterprise}".Length > 0;

    public string? Address(Guid? after) =>
        Url.Page("/Experts/Index", new { q = Q, specialty = Specialty, level = Level, state = State, fromEnterprise = FromEnterprise, after });

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) => List = await sender.Send(
        new ListExperts.Query(Specialty, Level, State, FromEnterprise, After is { } id ? new PersonId(id) : null, Q), ct);

    [ForRoles(Role.CommitteeOffice)]
    public async Task<IActionResult> OnPostPostAsync(CancellationToken ct)
    {
        var posted = await sender.Send(new PostCandidates.Command(), ct);
        this.Toast(posted.LastDay is { } last ? texts["experts.posted", posted.Posted, formats.Day(last)] : texts["experts.posted.none"]);

        return Redirect("/experts");
    }

    [ForRoles(Role.OrganisingOfficer)]
    public async Task<IActionResult> OnPostAppointAsync(CancellationToken ct)
    {
        var done = await sender.Send(new AppointExperts.Command(), ct);
        this.Toast(done.TermTo is { } to ? texts["experts.appointed", done.Appointed, formats.Date(to)] : texts["experts.appointed.none"]);

        return Redirect("/experts");
    }
}
