using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Experts;

public sealed class ExpertTests
{
    [Theory]
    [InlineData("2022-07-19", "2025-07-18", true)]
    [InlineData("2022-07-19", "2025-07-19", false)]
    [InlineData("2022-07-19", "2022-07-18", false)]
    public void A_term_lasts_three_years_last_day_included(string from, string to, bool lawful)
    {
        if (lawful)
        {
            Assert.Equal(Qingtan.Day(to), Appoint(from, to).TermTo);
        }
        else
        {
            Refused.With(ExpertRules.TermAtMostThreeYears, () => Appoint(from, to));
        }
    }

    [Theory]
    [InlineData("2022-07-18", false)]
    [InlineData("2022-07-19", true)]
    [InlineData("2025-07-18", true)]
    [InlineData("2025-07-19", false)]
    public void An_expert_serves_from_the_first_to_the_last_day(string day, bool serves) =>
        Assert.Equal(serves, Appoint("2022-07-19", "2025-07-18").ServesOn(Qingtan.Day(day)));

    private static Expert Appoint(string from, string to) => new(
        PersonId.New(), TitleSeries.Engineering, "机械", TitleLevel.DeputySenior, true,
        Qingtan.Day(from), Qingtan.Day(to));
}
