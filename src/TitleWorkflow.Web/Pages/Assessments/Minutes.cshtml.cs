using MediatR;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Printing;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>The minutes of a signed meeting; the seal is checked whenever they are opened.</summary>
[ForRoles(
    Role.CommitteeOffice, Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert, Role.Supervisor,
    Role.OrganisingOfficer, Role.Auditor)]
[NoIndex]
internal sealed class MinutesModel(ISender sender, ChromiumPrinter printer) : PrintedPage<MinutesSheet>(printer)
{
    protected override async Task<MinutesSheet> MakeAsync(CancellationToken ct) =>
        new(await sender.Send(new GetMinutes.Query(new MeetingId(Id)), ct));

    protected override string Name(MinutesSheet paper) => $"minutes-{paper.Minutes.HeldOn:yyyy-MM-dd}";
}
