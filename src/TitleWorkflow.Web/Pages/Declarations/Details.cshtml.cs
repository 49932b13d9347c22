using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>To the applicant: where the case stands. To everybody else who may see it: the dossier.</summary>
[ForAllBut(Role.Administrator, Role.ProcessDesigner)]
internal sealed class DetailsModel(ISender sender) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    public GetDeclaration.Result Declaration { get; private set; } = null!;

    /// <summary>Null on the applicant's status page.</summary>
    public GetDossier.Result? Dossier { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Declaration = await sender.Send(new GetDeclaration.Query(new DeclarationId(Id)), ct);
        if (Declaration.Sight != Sight.Own || View == "dossier")
        {
            Dossier = await sender.Send(new GetDossier.Query(new DeclarationId(Id)), ct);
        }
    }
}
