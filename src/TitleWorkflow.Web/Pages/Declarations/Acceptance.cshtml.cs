using MediatR;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Printing;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>The slip of an accepted declaration.</summary>
[ForAllBut(Role.Administrator, Role.ProcessDesigner)]
[NoIndex]
internal sealed class AcceptanceModel(ISender sender, ChromiumPrinter printer, PublicAddress address)
    : PrintedPage<AcceptanceSheet>(printer)
{
    protected override async Task<AcceptanceSheet> MakeAsync(CancellationToken ct) =>
        new(await sender.Send(new GetAcceptance.Query(new DeclarationId(Id)), ct), address.Case(Id));

    protected override string Name(AcceptanceSheet paper) => paper.Acceptance.Number;
}
