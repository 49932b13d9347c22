namespace TitleWorkflow.Domain.Tests;

/// <summary>Asserts that an act is refused, and by which rules; how the message is worded does not matter.</summary>
internal static class Refused
{
    /// <summary>The act breaks this rule and no other.</summary>
    public static void With(Rule rule, Action act) => With([rule], act);

    /// <summary>The act breaks these rules, in this order.</summary>
    public static void With(Rule[] rules, Action act) =>
        Assert.Equal(rules, Assert.Throws<RuleBrokenException>(act).Rules);
}
