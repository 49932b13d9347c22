using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Filing;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Filing.Activities;

/// <summary>Issues the electronic certificate (电子职称证书) of a confirmed result under a new number.</summary>
[Activity("TitleWorkflow", "备案", "为已确认的结果发放电子职称证书。", DisplayName = "发放证书")]
[Statutory(StatutoryAct.OfficialRecord)]
public sealed class IssueCertificate : CodeActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var flow = context.GetRequiredService<FlowCase>();
        var db = context.GetRequiredService<TitleDb>();
        var declaration = await flow.LoadAsync(context, ct);
        var city = await flow.OfficeAsync(declaration, OfficeScope.City, ct);
        var committee = await flow.OfficeAsync(declaration, OfficeScope.Committee, ct);
        var holder = await db.People.SingleAsync(p => p.Id == declaration.Applicant, ct);
        var today = flow.Now.LegalDate();
        var series = FormattableString.Invariant(
            $"certificate/{city.RegionCode}/{today.Year}/{(int)declaration.Series}/{(int)declaration.Level}");
        var serial = await context.GetRequiredService<Numbers>().NextAsync(series, ct);
        var number = CertificateNumber.Create(
            city.RegionCode!, today.Year, declaration.Series, declaration.Level, serial);
        declaration.Enter(DeclarationStatus.Filed, Stage.Filing, city.Id, null, flow.Now);
        db.Certificates.Add(new TitleCertificate(declaration, holder, number, committee.Name, city.Name, today));
        declaration.Certify(number, Actors.Of(city), flow.Now);
        await context.GetRequiredService<NoticeDesk>().TellAsync(
            holder.Id, "notice.certificate", $"/certificates/{number}", ct, declaration.Number,
            ProfessionalTitle.Name(declaration.Series, declaration.Level));
    }
}
