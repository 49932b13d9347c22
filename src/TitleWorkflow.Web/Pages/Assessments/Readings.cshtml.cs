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

/// <summary>How far each reader is and who reads which dossier; assignments nobody has worked on can be taken back.</summary>
[ForRoles(Role.CommitteeOffice)]
internal sealed class ReadingsModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Guid> Declarations { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public Guid? Reader { get; set; }

    [BindProperty(SupportsGet = true)]
    public ReadingOrder Sort { get; set; }

    public ListReadings.Result Readings { get; private set; } = null!;

    public IReadOnlyList<ListReadingProgress.Row> Progress { get; private set; } = [];

    private OrganisationId Committee => new(Id);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct)
    {
        Readings = await sender.Send(new ListReadings.Query(Committee), ct);
        Progress = (await sender.Send(new ListReadingProgress.Query(Committee, Sort), ct)).Items;
    }

    public async Task<IActionResult> OnPostRemindAsync(CancellationToken ct)
    {
        await sender.Send(new RemindReader.Command(Committee, new PersonId(Reader ?? Guid.Empty)), ct);
        this.Toast(texts["assessments.progress.reminder-sent"]);

        return Redirect($"/committees/{Id}/readings?Sort={Sort}");
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken ct)
    {
        var done = await sender.Send(
            new UndoAssignment.Command(Committee, [.. Declarations.Select(d => new DeclarationId(d))], Reason ?? ""), ct);
        this.Toast(texts["assessments.readings.undone", done.Undone]);

        return Redirect($"/committees/{Id}/readings");
    }
}
