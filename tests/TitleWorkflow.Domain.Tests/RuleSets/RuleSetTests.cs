using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Tests.RuleSets;

public sealed class RuleSetTests
{
    public static TheoryData<string> Keys => [.. Parameter.All.Select(p => p.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_region_leaves_what_national_rules_allow(string key)
    {
        var parameter = Parameter.All.Single(p => p.Key == key);

        Assert.Equal(parameter.Minimum, Version((key, parameter.Minimum))[parameter]);
        Assert.Equal(parameter.Maximum, Version((key, parameter.Maximum))[parameter]);
        Refused.With(RuleSetRules.WithinFloor, () => Version((key, parameter.Minimum - 1)));
        Refused.With(RuleSetRules.WithinFloor, () => Version((key, parameter.Maximum + 1)));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_silent_region_takes_the_lawful_default(string key)
    {
        var parameter = Parameter.All.Single(p => p.Key == key);

        Assert.Equal(parameter.Default, Version()[parameter]);
        Assert.InRange(parameter.Default, parameter.Minimum, parameter.Maximum);
    }

    [Theory]
    [InlineData("publicity.employer.days", 5, 5)]
    [InlineData("publicity.result.days", 5, 5)]
    [InlineData("supplement.days", 5, 1)]
    [InlineData("group.minExperts", 3, 3)]
    public void Defaults_and_floors_are_those_of_the_catalogue(string key, int standard, int floor)
    {
        var parameter = Parameter.All.Single(p => p.Key == key);

        Assert.Equal((standard, floor), (parameter.Default, parameter.Minimum));
    }

    private static RuleSet Version(params (string Key, int Value)[] values) => new(
        RuleSetId.New(), "青檀市常规申报", 2022, 1, CountMode.ExcludeStartDay, values.ToDictionary(v => v.Key, v => v.Value));
}
