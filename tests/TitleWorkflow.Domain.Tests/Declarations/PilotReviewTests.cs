using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Tests.Declarations;

public sealed class PilotReviewTests
{
    private static readonly DateTimeOffset Now = Qingtan.Time("2022-12-16");

    [Fact]
    public void Who_works_elsewhere_cannot_apply_at_a_pilot()
    {
        Refused.With(DeclarationRules.OwnStaff, () => Start(OrganisationId.New()));

        Assert.Equal(Channel.EnterpriseAutonomous, Start(A.Employer.Id).Channel);
    }

    [Fact]
    public void A_pilots_result_is_filed_with_the_authority_and_not_with_itself()
    {
        var declaration = Start(A.Employer.Id).Signed();
        declaration.ClearResultPublicity(Qingtan.Day("2022-12-15"), Now);

        Refused.With(
            DeclarationRules.FiledWithAuthority, () => declaration.Confirm("1", A.ByOffice, Now, byAuthority: false));
        declaration.Confirm("1", A.ByOffice, Now);
        Assert.Equal(HistoryAct.ResultFiled, declaration.History.Last().Act);
    }

    private static Declaration Start(OrganisationId staffOf) => Declaration.Start(
        "QTZ-2022-0001", A.Applicant, A.Employer, Plan(staffOf), Qingtan.Day("2022-10-10"), Qingtan.Time("2022-10-10"));

    private static AnnualPlan Plan(OrganisationId staffOf) => new(
        PlanId.New(), "自主评审", "Own review", 2022, OrganisationId.New(), TitleSeries.Engineering, "轴承制造",
        TitleLevel.Intermediate, Channel.EnterpriseAutonomous, Qingtan.Day("2022-10-01"), Qingtan.Day("2022-10-31"),
        RuleSetId.New(), "autonomous-review", A.Form(), A.Standard())
    {
        StaffOf = staffOf,
    };
}
