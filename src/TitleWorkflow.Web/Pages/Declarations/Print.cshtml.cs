using MediatR;
using TitleWorkflow.Application;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Printing;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>The dossier; not for experts, who take nothing away.</summary>
[ForAllBut(Role.Administrator, Role.ProcessDesigner)]
[NoIndex]
internal sealed class PrintModel(ISender sender, ChromiumPrinter printer, PublicAddress address) : PrintedPage<DossierSheet>(printer)
{
    protected override async Task<DossierSheet> MakeAsync(CancellationToken ct)
    {
        var dossier = await sender.Send(new GetDossier.Query(new DeclarationId(Id)), ct);

        return dossier.Sight.IsExpert() ? throw new NotFoundException() : new DossierSheet(dossier, address.Case(Id));
    }

    protected override string Name(DossierSheet paper) => paper.Dossier.Number;
}
