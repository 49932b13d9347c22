using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Tests.Assessments;

namespace TitleWorkflow.Domain.Tests.Declarations;

/// <summary>
/// The road of a declaration as participles. Each begins with a draft and walks up to itself, on the dates of one case
/// of 2022; <see cref="In"/> is the single step a flow takes.
/// </summary>
internal static class DeclarationRoad
{
    private static readonly DossierForm Form = A.Form();

    public static Declaration Filled(this Declaration declaration)
    {
        declaration.Fill(Form.Find("basic")!, new Dictionary<string, string> { ["name"] = A.Applicant.Name });
        declaration.Fill(Form.Find("results")!, new Dictionary<string, string> { ["patents"] = "4" });
        declaration.Attach("results/patents", "专利.pdf", EvidenceType.Pdf, 1024, "ab12", Qingtan.Time("2022-10-11"));
        return declaration;
    }

    public static TruthCommitment Commitment(string name = "方知遥") =>
        new("本人承诺所填内容真实。", name, Qingtan.Time("2022-10-12"));

    public static Declaration Submitted(this Declaration declaration)
    {
        declaration.Filled().Submit(Form, Commitment(), true, "R-1", A.ByApplicant, Qingtan.Time("2022-10-12"));
        return declaration.In(DeclarationStatus.EmployerChecking, Stage.Review);
    }

    public static Declaration Returned(this Declaration declaration, params string[] sections)
    {
        declaration.Submitted().Return(
            [.. sections.Select(s => new ReturnedSection(s, "请补充"))], Form, A.ByOffice, Qingtan.Time("2022-10-13"));
        return declaration.In(DeclarationStatus.Returned, Stage.Review);
    }

    public static Declaration PostedAtEmployer(this Declaration declaration)
    {
        declaration.Submitted().ClearEmployerPublicity(Qingtan.Day("2022-10-19"), Qingtan.Time("2022-10-20 00:00"));
        return declaration;
    }

    public static Declaration Lapsed(this Declaration declaration)
    {
        declaration.PostedAtEmployer().In(DeclarationStatus.SupplementPending, Stage.Review)
            .Lapse(Qingtan.Time("2022-11-01 00:00"));
        return declaration;
    }

    public static Declaration Accepted(this Declaration declaration)
    {
        declaration.PostedAtEmployer().Accept(A.ByOffice, Qingtan.Time("2022-10-31"));
        return declaration;
    }

    public static Declaration ReadByGroup(this Declaration declaration)
    {
        declaration.Accepted().CompleteGroupReview(3, A.ByOffice, Qingtan.Time("2022-11-15"));
        return declaration;
    }

    public static Declaration Voted(this Declaration declaration, AssessmentResult result)
    {
        declaration.ReadByGroup().RecordResult(result, MeetingRoom.HeldOn, A.ByOffice, Qingtan.Time("2022-12-06"));
        return declaration;
    }

    public static Declaration Signed(this Declaration declaration, AssessmentResult result = AssessmentResult.Passed)
    {
        declaration.Voted(result).SignResult(A.ByOffice, Qingtan.Time("2022-12-07"));
        return declaration;
    }

    public static Declaration PostedAsPassed(this Declaration declaration)
    {
        declaration.Signed().ClearResultPublicity(Qingtan.Day("2022-12-15"), Qingtan.Time("2022-12-16 00:00"));
        return declaration;
    }

    public static Declaration Confirmed(this Declaration declaration)
    {
        declaration.PostedAsPassed().Confirm("青人社确〔2022〕12号", A.ByOffice, Qingtan.Time("2022-12-16"));
        return declaration;
    }

    public static Declaration Certified(this Declaration declaration)
    {
        declaration.Confirmed().Certify("37049920220140000019", A.ByOffice, Qingtan.Time("2022-12-16"));
        return declaration;
    }

    public static Declaration In(this Declaration declaration, DeclarationStatus status, Stage stage)
    {
        declaration.Enter(status, stage, OrganisationId.New(), Qingtan.Day("2022-12-31"), Qingtan.Time("2022-10-12"));
        return declaration;
    }
}
