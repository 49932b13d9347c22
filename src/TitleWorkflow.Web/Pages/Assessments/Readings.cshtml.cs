using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>Who reads which dossier; assignments nobody has worked on can be taken back.</summary>
[ForRoles(Role.CommitteeOffice)]
internal sealed class ReadingsModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Guid> Declarations { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public ListReadings.Result Readings { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) =>
        Readings = await sender.Send(new ListReadings.Query(new OrganisationId(Id)), ct);

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken ct)
    {
        var done = await sender.Send(
            new UndoAssignment.Command(new OrganisationId(Id), [.. Declarations.Select(d => new DeclarationId(d))], Reason ?? ""), ct);
        this.Toast(texts["assessments.readings.undone", done.Undone]);

        return Redirect($"/committees/{Id}/readings");
    }
}
