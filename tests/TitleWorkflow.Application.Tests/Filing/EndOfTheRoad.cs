using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Filing;
using TitleWorkflow.Domain.Publicity;

namespace TitleWorkflow.Application.Tests.Filing;

/// <summary>Puts the applicant's declaration at the end of its road at once: the stages before have tests of their own.</summary>
internal static class EndOfTheRoad
{
    private static readonly Actor City = new("青檀市人力资源和社会保障局", "章既白");

    /// <summary>The result is posted now.</summary>
    public static async Task<PublicityNoticeId> PostResultAsync(this Product product)
    {
        var (declaration, entry, calendar) = await SignedAsync(product);
        var notice = PublicityNotice.Post(
            PublicityKind.Result, declaration.Id, DemoOrganisations.Id("unit"), entry, 5, CountMode.ExcludeStartDay,
            calendar, product.Clock.GetUtcNow());
        declaration.Enter(
            DeclarationStatus.ResultPublicity, Stage.Publicity, notice.Poster, notice.LastDay, product.Clock.GetUtcNow());
        await product.StoreAsync(declaration, notice);
        return notice.Id;
    }

    /// <summary>The result is confirmed and its certificate issued today.</summary>
    public static async Task<string> IssueCertificateAsync(this Product product)
    {
        var now = product.Clock.GetUtcNow();
        var (declaration, _, _) = await SignedAsync(product);
        declaration.ClearResultPublicity(now.LegalDate(), now);
        declaration.Confirm("青人社字〔2022〕168 号", City, now);
        var number = CertificateNumber.Create("990400", 2022, declaration.Series, declaration.Level, 1);
        declaration.Certify(number, City, now);
        var holder = await product.ReadAsync(db => db.People.AsNoTracking().SingleAsync(p => p.Id == declaration.Applicant));
        await product.StoreAsync(
            declaration,
            new TitleCertificate(declaration, holder, number, "青檀市工程系列评委会", City.Office!, now.LegalDate()));
        return number;
    }

    private static async Task<(Declaration Declaration, PublicityEntry Entry, WorkingCalendar Calendar)> SignedAsync(Product product)
    {
        var now = product.Clock.GetUtcNow();
        var plan = await product.ReadAsync(db => db.Plans.AsNoTracking().SingleAsync(p => p.Id == DemoCity.Plan));
        var applicant = await product.ReadAsync(
            db => db.People.AsNoTracking().SingleAsync(p => p.Id == DemoPeople.Id("applicant")));
        var employer = await product.ReadAsync(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Id == DemoOrganisations.Id("yuanxiu")));
        var declaration = Declaration.Start("QT-2022-0001", applicant, employer, plan, now.LegalDate(), now);
        declaration.Submit(
            new DossierForm([]), new TruthCommitment("本人承诺。", applicant.Name, now), true, "R-1",
            new Actor(null, applicant.Name), now);
        declaration.ClearEmployerPublicity(now.LegalDate(), now);
        declaration.Accept(City, now);
        declaration.CompleteGroupReview(3, City, now);
        declaration.RecordResult(AssessmentResult.Passed, now.LegalDate(), City, now);
        declaration.SignResult(City, now);
        var entry = new PublicityEntry(
            applicant.Name, "远岫自动化有限公司", declaration.Series, declaration.Specialty, declaration.Level, declaration.Channel);
        return (declaration, entry, await product.ReadAsync(db => new OfficialCalendar(db, new ReadCalendars()).GetAsync(default)));
    }
}
