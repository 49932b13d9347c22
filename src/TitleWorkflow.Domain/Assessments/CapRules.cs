namespace TitleWorkflow.Domain.Assessments;

/// <summary>What caps and run-offs demand.</summary>
public static class CapRules
{
    /// <summary>Posts are counted from none.</summary>
    public static readonly Rule QuotaWhole = new(
        "assessments.quota-whole", "A post quota is a whole number from 0.", Source.RuleSet);

    /// <summary>A cap is settled when all have been voted on.</summary>
    public static readonly Rule AllVoted = new(
        "assessments.all-voted",
        "A cap is settled when every case on the agenda has been voted on or put off.",
        Source.RuleSet);

    /// <summary>No meeting ends with results that are not final.</summary>
    public static readonly Rule CapSettled = new(
        "assessments.cap-settled", "The cap must be settled, with its run-offs, before the meeting is closed.", Source.RuleSet);

    /// <summary>A result is settled once.</summary>
    public static readonly Rule AwaitsCap = new(
        "assessments.awaits-cap", "The result of this case does not wait for a cap.", Source.RuleSet);

    /// <summary>A run-off is between those who are level at the line.</summary>
    public static readonly Rule RunOffListed = new(
        "assessments.run-off-listed", "This run-off is not waiting to be voted on.", Source.Product);

    /// <summary>A ballot names one of the candidates or nobody.</summary>
    public static readonly Rule NamesCandidate = new(
        "assessments.names-candidate", "A run-off ballot names one of its candidates, or abstains.", Source.Product);
}
