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

namespace TitleWorkflow.Web.Pages.Workflows;

/// <summary>Moves running cases that a designer chooses to the version in force, each as the page has shown it.</summary>
[ForRoles(Role.Administrator, Role.ProcessDesigner)]
internal sealed class MigrateModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public string DefinitionId { get; set; } = "";

    /// <summary>The version the page has shown.</summary>
    [BindProperty]
    public string Target { get; set; } = "";

    /// <summary>The cases chosen, <c>instance=preview</c> each.</summary>
    [BindProperty]
    public List<string> Cases { get; set; } = [];

    [BindProperty]
    public string Reason { get; set; } = "";

    public string FlowPath => "/flows/" + Uri.EscapeDataString(DefinitionId);

    public ListMovableCases.Result List { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await sender.Send(
            new MigrateCases.Command(
                DefinitionId, Target, [.. NodeMap.Read(Cases).Select(c => new MigrateCases.Case(c.Key, c.Value))], Reason),
            ct);
        this.Toast(result.Left.Count == 0
            ? texts["flows.migrated", result.Moved.Count]
            : texts["flows.migrated.left", result.Moved.Count, result.Left.Count]);

        return Redirect(FlowPath);
    }

    public async Task LoadAsync(CancellationToken ct) => List = await sender.Send(new ListMovableCases.Query(DefinitionId), ct);
}
