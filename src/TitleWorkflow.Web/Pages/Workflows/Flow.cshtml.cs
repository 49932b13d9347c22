using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;
using TitleWorkflow.Web.Workflows;

namespace TitleWorkflow.Web.Pages.Workflows;

/// <summary>One flow: the draft to approve, its picture with the steps in words, all its versions.</summary>
[ForRoles(Role.ProcessDesigner, Role.Administrator, Role.Auditor)]
internal sealed class FlowModel(ISender sender, IStringLocalizer texts, ICurrentUser user) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public string DefinitionId { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Number { get; set; }

    public GetFlow.Result Flow { get; private set; } = null!;

    public GetFlowPicture.Result Picture { get; private set; } = null!;

    /// <summary>The newest version that awaits approval; null if none does.</summary>
    public GetFlow.Version? Draft => Flow.Versions.FirstOrDefault(v => v.Review is not null);

    /// <summary>Whether the reader may move running cases to the version in force, and there is one and some are.</summary>
    public bool MayMigrate => InstanceReaders.Migrators.Any(user.Has)
        && Flow.Versions.Any(v => v.IsInForce) && Flow.Versions.Any(v => v is { IsInForce: false, Running: > 0 });

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        var file = await sender.Send(new ExportFlow.Query(DefinitionId, Number?.ToString(CultureInfo.InvariantCulture)), ct);

        return File(Encoding.UTF8.GetBytes(file.Text), "application/json", file.FileName);
    }

    [ForRoles(Role.ProcessDesigner)]
    public async Task<IActionResult> OnPostAsync(string versionId, int publishes, CancellationToken ct)
    {
        await sender.Send(new PublishFlowVersion.Command(versionId), ct);
        this.Toast(texts["flows.published", publishes]);

        return Redirect("/flows/" + Uri.EscapeDataString(DefinitionId));
    }

    public async Task LoadAsync(CancellationToken ct)
    {
        Flow = await sender.Send(new GetFlow.Query(DefinitionId), ct);
        Picture = await sender.Send(new GetFlowPicture.Query(DefinitionId, Number ?? Draft?.Number), ct);
    }
}
