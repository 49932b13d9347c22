namespace TitleWorkflow.Domain;

/// <summary>Where a rule is written: the document's name and, where it has one, the article.</summary>
public readonly record struct Source(string Document, int? Article = null);

/// <summary>
/// One sentence of the regulation that the product enforces. The code is stable: texts, tests and refusals name it.
/// </summary>
public sealed record Rule(string Code, string Message, Source Source)
{
    /// <summary>Does nothing when the rule holds.</summary>
    /// <exception cref="RuleBrokenException">The rule does not hold.</exception>
    public void Require(bool holds)
    {
        if (!holds)
        {
            throw new RuleBrokenException(this);
        }
    }
}
