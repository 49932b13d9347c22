using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Enterprises;

public sealed class EnterpriseHonorTests
{
    [Theory]
    [InlineData("2022-06-30", false)]
    [InlineData("2022-07-01", true)]
    [InlineData("2025-06-30", true)]
    [InlineData("2025-07-01", false)]
    public void An_honour_is_live_from_its_first_day_to_its_last(string day, bool live) =>
        Assert.Equal(live, Register().IsLiveOn(Qingtan.Day(day)));

    [Fact]
    public void Only_an_enterprise_has_honours() =>
        Refused.With(EnterpriseRules.HonorOfEnterprise, () => Register(kind: OrganisationKind.Town));

    [Fact]
    public void An_honour_does_not_end_before_it_begins() =>
        Refused.With(EnterpriseRules.HonorPeriod, () => Register(to: "2022-06-30"));

    [Fact]
    public void An_honour_names_its_joint_list() => Refused.With(EnterpriseRules.HonorListed, () => Register(list: " "));

    private static EnterpriseHonor Register(
        OrganisationKind kind = OrganisationKind.Enterprise, string to = "2025-06-30", string list = "青工信联〔2022〕8 号") =>
        EnterpriseHonor.Register(
            new Organisation(OrganisationId.New(), kind, "恒测阀门", null), HonorKind.SpecialisedSme, HonorLevel.National,
            Qingtan.Day("2022-07-01"), Qingtan.Day(to), list, Qingtan.Time("2022-07-01"));
}
