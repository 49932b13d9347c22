using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>Who reads one dossier, and one of them replaced by another.</summary>
[ForRoles(Role.CommitteeOffice)]
internal sealed class ReadingModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Declaration { get; set; }

    [BindProperty]
    public Guid? Reader { get; set; }

    [BindProperty]
    public Guid? By { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ListReadings.Row Row { get; private set; } = null!;

    public IReadOnlyList<ListReadings.Member> Members { get; private set; } = [];

    private DeclarationId Key => new(Declaration);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct)
    {
        var readings = await sender.Send(new ListReadings.Query(new OrganisationId(Id)), ct);
        Members = readings.Members;
        Row = readings.Items.SingleOrDefault(r => r.Declaration == Key) ?? throw new NotFoundException();
    }

    public async Task<IActionResult> OnPostReplaceAsync(CancellationToken ct)
    {
        await sender.Send(
            new ReplaceReader.Command(
                new OrganisationId(Id), Key, new PersonId(Reader ?? Guid.Empty), new PersonId(By ?? Guid.Empty), Reason ?? ""),
            ct);
        this.Toast(texts["assessments.readings.replace.done"]);

        return Redirect($"/committees/{Id}/readings/{Declaration}");
    }
}
