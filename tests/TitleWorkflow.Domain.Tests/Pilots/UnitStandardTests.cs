using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Tests.Pilots;

public sealed class UnitStandardTests
{
    [Theory]
    [InlineData(Education.Bachelor, TitleLevel.Assistant, 3, true)]
    [InlineData(Education.Bachelor, TitleLevel.Assistant, 4, false)]
    [InlineData(Education.Bachelor, TitleLevel.Assistant, 5, false)]
    [InlineData(Education.Bachelor, TitleLevel.Technician, 9, true)]
    [InlineData(Education.Bachelor, null, 9, true)]
    [InlineData(Education.Doctor, null, 0, false)]
    [InlineData(Education.Doctor, TitleLevel.Assistant, 0, false)]
    public void A_line_is_flagged_where_it_is_looser_than_the_national_one(
        Education degree, TitleLevel? after, int years, bool flagged)
    {
        var flags = UnitStandard.Check([new StandardLine(TitleLevel.Intermediate, degree, after, years)]);

        Assert.Equal(flagged ? [PilotRules.StandardFloor] : [], flags.Select(f => f.Rule));
    }

    [Fact]
    public void The_flag_says_what_the_nation_asks_and_where()
    {
        var flag = Assert.Single(UnitStandard.Check([PilotDraft.Bachelor(5), PilotDraft.Bachelor(3)]));

        Assert.Equal(1, flag.Line);
        Assert.Equal(4, flag.National!.Years);
        Assert.Equal(Source.EngineeringReform, flag.Source);
        Assert.True(flag.Forbids);
    }

    [Fact]
    public void A_road_the_nation_does_not_have_is_flagged()
    {
        var flag = Assert.Single(UnitStandard.Check(
            [new StandardLine(TitleLevel.DeputySenior, Education.Secondary, TitleLevel.Intermediate, 20)]));

        Assert.Equal(PilotRules.StandardRoad, flag.Rule);
    }

    [Fact]
    public void Outstanding_results_without_a_degree_are_the_citys_to_approve()
    {
        var flag = Assert.Single(UnitStandard.Check([PilotDraft.Outstanding]));

        Assert.Equal(PilotRules.OutstandingByCity, flag.Rule);
        Assert.False(flag.Forbids);
    }

    [Fact]
    public void Outstanding_results_are_named() =>
        Assert.Equal(
            PilotRules.ResultsNamed,
            Assert.Single(UnitStandard.Check([PilotDraft.Outstanding with { Results = " " }])).Rule);
}
