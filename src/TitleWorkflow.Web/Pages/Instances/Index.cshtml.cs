using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Instances;

/// <summary>The cases under way, to search and to filter; what is in trouble stands apart.</summary>
[ForRoles(Role.Administrator, Role.ProcessDesigner, Role.Auditor)]
internal sealed class IndexModel(ISender sender) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Flow { get; set; }

    [BindProperty(SupportsGet = true)]
    public Stage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public ListInstances.State? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Trouble { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ListInstances.Result List { get; private set; } = null!;

    /// <summary>Whether the list is narrowed in any way.</summary>
    public bool IsFiltered => Query(null).Any();

    public async Task OnGetAsync(CancellationToken ct) => List = await sender.Send(
        new ListInstances.Query(
            Number, Person, Flow, Stage, State, Enum.TryParse<IncidentKind>(Trouble, out var kind) ? kind : null, Trouble == "any", After),
        ct);

    /// <summary>The address of the same list from another row on, or with another kind of trouble.</summary>
    public string Address(string? after, string? trouble = null) =>
        "/instances" + QueryString.Create(Query(trouble ?? Trouble).Append(KeyValuePair.Create<string, string?>("after", after))
            .Where(part => !string.IsNullOrEmpty(part.Value)));

    private IEnumerable<KeyValuePair<string, string?>> Query(string? trouble) => new Dictionary<string, string?>
    {
        ["number"] = Number,
        ["person"] = Person,
        ["flow"] = Flow,
        ["stage"] = Stage?.ToString(),
        ["state"] = State?.ToString(),
        ["trouble"] = trouble,
    }.Where(part => !string.IsNullOrEmpty(part.Value));
}
