namespace TitleWorkflow.Domain.Publicity;

/// <summary>What publicity demands (公示).</summary>
public static class PublicityRules
{
    /// <summary>Shortest publicity at the employer and of results, in working days.</summary>
    public const int MinimumDays = 5;

    /// <summary>Publicity lasts at least five working days.</summary>
    public static readonly Rule AtLeastFiveDays = new(
        "publicity.at-least-five-days",
        "Publicity lasts at least five working days.",
        Source.Provisions(26));

    /// <summary>A notice ends when its last day is over, not before.</summary>
    public static readonly Rule NotOverYet = new(
        "publicity.not-over-yet", "The publicity period is not over yet.", Source.Provisions(26));
}
