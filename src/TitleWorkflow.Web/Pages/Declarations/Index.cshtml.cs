using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>An applicant's own declarations; for offices those they may see, to filter and search.</summary>
[ForAllBut(Role.Administrator, Role.ProcessDesigner)]
internal sealed class IndexModel(ISender sender, Acting acting) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ListDeclarations.Phase? Phase { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>Whether the page shows one's own declarations.</summary>
    public bool Mine { get; } = acting.Grant?.Role is null or Role.Applicant;

    public ListDeclarations.Result List { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken ct) => List = await sender.Send(
        Mine ? new ListDeclarations.Query(true, After: After) : new ListDeclarations.Query(false, Phase, Search, After), ct);

    /// <summary>The address of the same list, narrowed otherwise.</summary>
    public string Address(ListDeclarations.Phase? phase, string? after = null) =>
        "/declarations" + QueryString.Create(
            new Dictionary<string, string?> { ["phase"] = phase?.ToString(), ["q"] = Search, ["after"] = after }
                .Where(part => !string.IsNullOrEmpty(part.Value)));
}
