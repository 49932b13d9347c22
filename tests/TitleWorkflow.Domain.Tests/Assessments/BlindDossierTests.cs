using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.Tests.Assessments;

public sealed class BlindDossierTests
{
    private static readonly Declaration Case = A.Declaration();
    private static readonly BlindDossier Blind = new(Case);

    [Fact]
    public void Names_of_applicant_and_employer_are_masked_in_every_text_with_and_without_the_legal_form()
    {
        var core = Case.EmployerName.Replace("有限公司", "", StringComparison.Ordinal);

        var text = Blind.Text($"{Case.ApplicantName}，{Case.EmployerName}员工，在{core}主持项目；{Case.EmployerEnglishName}");

        Assert.Equal("〇〇，〇〇员工，在〇〇主持项目；" + (Case.EmployerEnglishName is null ? "" : "〇〇"), text);
    }

    [Fact]
    public void The_number_stands_for_the_applicant_and_a_heading_tells_no_employer()
    {
        var heading = Case.BlindHeading();

        Assert.Equal(Case.Number, Blind.Number);
        Assert.Equal((Case.Number, "", null), (heading.Applicant, heading.Employer, heading.EnglishEmployer));
    }

    [Fact]
    public void A_fact_that_leads_to_a_person_is_not_told_at_all()
    {
        var phone = new DossierField("phone", "联系电话", "Phone", FieldKind.Text, Identifies: true);
        var post = new DossierField("post", "现任岗位", "Present post", FieldKind.Text);

        Assert.Null(Blind.Value(phone, "13800138000"));
        Assert.Equal("研发工程师", Blind.Value(post, "研发工程师"));
        Assert.Null(Blind.Value(post, null));
    }

    [Theory]
    [InlineData(EvidenceType.Pdf, "material.pdf")]
    [InlineData(EvidenceType.Jpeg, "material.jpg")]
    [InlineData(EvidenceType.Png, "material.png")]
    public void A_file_is_named_by_its_kind(EvidenceType type, string name) => Assert.Equal(name, BlindDossier.FileName(type));
}
