namespace TitleWorkflow.Domain;

/// <summary>
/// One thing the regulation, or the product on its behalf, forbids or demands. Defined once, required once, tested once,
/// translated once: the interface finds its words by <paramref name="Code"/>.
/// </summary>
/// <param name="Code">Stable address, <c>stage.rule-in-words</c>.</param>
/// <param name="Message">The rule as one English sentence.</param>
/// <param name="Source">Where the rule is written.</param>
public sealed record Rule(string Code, string Message, Source Source)
{
    /// <summary>Does nothing if <paramref name="holds"/>, else refuses.</summary>
    /// <exception cref="RuleBrokenException"><paramref name="holds"/> is false.</exception>
    public void Require(bool holds)
    {
        if (!holds)
        {
            throw new RuleBrokenException(this);
        }
    }
}
