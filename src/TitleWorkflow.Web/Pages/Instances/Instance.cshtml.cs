using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Workflows;

namespace TitleWorkflow.Web.Pages.Instances;

/// <summary>One instance: what to do about it first, then its picture, waits, variables, incidents, versions and journal.</summary>
[ForRoles(Role.Administrator, Role.ProcessDesigner, Role.Auditor)]
internal sealed class InstanceModel(ISender sender, ICurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public GetInstance.Result Instance { get; private set; } = null!;

    /// <summary>Whether the reader repairs, and asks to skip and to end.</summary>
    public bool MayAct { get; } = user.Has(Role.Administrator);

    /// <summary>Whether the reader moves it to another version.</summary>
    public bool MayMigrate => InstanceReaders.Migrators.Any(user.Has) && IsOpen && Instance.Targets.Count > 0;

    /// <summary>Whether it has not ended, or only by an incident.</summary>
    public bool IsOpen => Instance.Summary.State is ListInstances.State.Running or ListInstances.State.Faulted;

    /// <summary>The request that waits for a second person; null if none does.</summary>
    public ListInterventions.Row? Pending =>
        Instance.Interventions.FirstOrDefault(i => i.Status == InterventionStatus.Pending);

    /// <summary>Address of the instance.</summary>
    public string Path => "/instances/" + Uri.EscapeDataString(Id);

    public async Task OnGetAsync(CancellationToken ct) =>
        Instance = await sender.Send(new GetInstance.Query(Id, Before), ct);
}
