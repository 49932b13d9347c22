using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Instances;

/// <summary>One instance on the designer's own drawing: how often it came to each step, when, and what came out.</summary>
[ForRoles(Role.Administrator, Role.ProcessDesigner, Role.Auditor)]
internal sealed class DiagramModel(ISender sender) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public GetInstance.Result Instance { get; private set; } = null!;

    /// <summary>Address of the instance.</summary>
    public string Path => "/instances/" + Uri.EscapeDataString(Id);

    public async Task OnGetAsync(CancellationToken ct) => Instance = await sender.Send(new GetInstance.Query(Id), ct);
}
