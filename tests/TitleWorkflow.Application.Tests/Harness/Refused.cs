using TitleWorkflow.Domain;

namespace TitleWorkflow.Application.Tests.Harness;

/// <summary>Asserts that an act is refused, and by which rule; how the message is worded does not matter.</summary>
internal static class Refused
{
    /// <summary>The act breaks this rule and no other.</summary>
    public static async Task With(Rule rule, Func<Task> act) =>
        Assert.Equal([rule], (await Assert.ThrowsAsync<RuleBrokenException>(act)).Rules);
}
