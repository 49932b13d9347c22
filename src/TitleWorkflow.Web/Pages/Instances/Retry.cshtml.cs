using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Instances;

/// <summary>Has a failed step executed again: says which and what follows, and asks why it may work now.</summary>
[ForRoles(Role.Administrator)]
internal sealed class RetryModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Incident { get; set; }

    [BindProperty]
    public string Reason { get; set; } = "";

    public GetInstance.Result Instance { get; private set; } = null!;

    /// <summary>What is retried; null if it was settled meanwhile.</summary>
    public GetInstance.Trouble? Trouble => Instance.Incidents.FirstOrDefault(i => i.Id == Incident);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await sender.Send(new RetryIncident.Command(Id, Incident, Reason), ct);
        this.Toast(texts[done.FailedAgain ? "instances.retried.again" : "instances.retried"]);

        return Redirect("/instances/" + Uri.EscapeDataString(Id));
    }

    public async Task LoadAsync(CancellationToken ct)
    {
        Instance = await sender.Send(new GetInstance.Query(Id), ct);
        _ = Trouble ?? throw new NotFoundException();
    }
}
