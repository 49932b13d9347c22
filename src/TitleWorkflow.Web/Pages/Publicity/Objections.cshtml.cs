using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Publicity;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Publicity;

/// <summary>The register of objections of whoever looks into them.</summary>
[ForRoles(Role.EmployerHr, Role.OrganisingOfficer, Role.Supervisor)]
[NoIndex]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ObjectionsModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ListObjections.Result List { get; private set; } = new([], null);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(Guid objection, CancellationToken ct)
    {
        await sender.Send(new ExtendInquiry.Command(new PublicityObjectionId(objection), Reason ?? ""), ct);
        this.Toast(texts["publicity.objections.extend.done"]);

        return Redirect("/publicity/objections");
    }

    public async Task LoadAsync(CancellationToken ct) => List = await sender.Send(
        new ListObjections.Query(After is { } id ? new PublicityObjectionId(id) : null), ct);
}
