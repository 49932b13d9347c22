using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Tests.Declarations;

public sealed class DiscretionTests
{
    [Theory]
    [InlineData(DeclarationStatus.CommitteeFormed)]
    [InlineData(DeclarationStatus.UnderGroupReview)]
    [InlineData(DeclarationStatus.AwaitingMeeting)]
    [InlineData(DeclarationStatus.Voted)]
    [InlineData(DeclarationStatus.Passed)]
    public void Between_acceptance_and_publicity_applicant_employer_and_expert_read_one_label(DeclarationStatus status)
    {
        Assert.Equal(status.ToString(), Discretion.StatusFor(Sight.Office, status));
        foreach (var sight in new[] { Sight.Own, Sight.Employer, Sight.Expert })
        {
            Assert.Equal(Discretion.UnderReview, Discretion.StatusFor(sight, status));
            Assert.False(Discretion.TellsStep(sight, status));
        }
    }

    [Theory]
    [InlineData(DeclarationStatus.Accepted)]
    [InlineData(DeclarationStatus.ResultPublicity)]
    [InlineData(DeclarationStatus.NotPassed)]
    [InlineData(DeclarationStatus.CertificateIssued)]
    public void Before_and_after_the_status_is_told(DeclarationStatus status) =>
        Assert.Equal(status.ToString(), Discretion.StatusFor(Sight.Own, status));
}
