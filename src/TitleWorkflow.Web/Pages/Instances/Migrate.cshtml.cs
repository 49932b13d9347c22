using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;
using TitleWorkflow.Web.Workflows;

namespace TitleWorkflow.Web.Pages.Instances;

/// <summary>Moves an instance to another version in two steps: first the dry run, then, with a reason, what it showed.</summary>
[ForRoles(Role.Administrator, Role.ProcessDesigner)]
internal sealed class MigrateModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Target { get; set; }

    /// <summary>Where steps go, <c>path=path</c> each.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Map { get; set; } = [];

    /// <summary>What the dry run that was read gave.</summary>
    [BindProperty]
    public string PreviewToken { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    public GetInstance.Result Instance { get; private set; } = null!;

    /// <summary>The dry run; null until a version is chosen.</summary>
    public PreviewMigration.Result? Preview { get; private set; }

    private IReadOnlyDictionary<string, string> Mapping => NodeMap.Read(Map);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sender.Send(new MigrateInstance.Command(Id, Target ?? "", Mapping, PreviewToken, Reason), ct);
        this.Toast(texts["instances.migrated"]);

        return Redirect("/instances/" + Uri.EscapeDataString(Id));
    }

    public async Task LoadAsync(CancellationToken ct)
    {
        Instance = await sender.Send(new GetInstance.Query(Id), ct);
        Preview = string.IsNullOrEmpty(Target) ? null : await sender.Send(new PreviewMigration.Query(Id, Target, Mapping), ct);
    }

    /// <summary>Whether a step is sent to a place by the mapping.</summary>
    public bool IsSent(string from, string to) => Mapping.GetValueOrDefault(from) == to;
}
