namespace TitleWorkflow.Domain.Reviews;

/// <summary>What the one-time notice demands (一次性告知). The article is not printed: its number is inferred.</summary>
public static class SupplementRules
{
    /// <summary>Every defect is told at once.</summary>
    public static readonly Rule NamesItems = new(
        "reviews.notice-names-items", "A supplement notice must name at least one item.", Source.Provisions());

    /// <summary>There is one notice per case.</summary>
    public static readonly Rule OneRound = new(
        "reviews.one-notice", "A case gets one supplement notice; there is no second round.", Source.Provisions());

    /// <summary>No item may be added later without the supervisor.</summary>
    public static readonly Rule NoCreepingItems = new(
        "reviews.no-creeping-items",
        "An item that was visible when the notice was issued cannot be added without the supervisor's recorded reason.",
        Source.Provisions());

    /// <summary>A supervisor's override has a reason.</summary>
    public static readonly Rule OverrideReasoned = new(
        "reviews.override-reasoned", "The supervisor must record a reason.", Source.Product);

    /// <summary>After the last day nothing is accepted any more.</summary>
    public static readonly Rule InTime = new(
        "reviews.supplement-in-time", "The time to supplement is over.", Source.Provisions());

    /// <summary>Only an open notice lapses, and only when its last day is over.</summary>
    public static readonly Rule LapsesUnanswered = new(
        "reviews.lapses-unanswered",
        "A supplement lapses only unanswered, and only after 24:00 of its last day.",
        Source.Provisions());

    /// <summary>Every item is answered by at least one file or a statement.</summary>
    public static readonly Rule EveryItemAnswered = new(
        "reviews.every-item-answered", "Every item of the notice must be answered.", Source.Provisions());

    /// <summary>Only a lapse can be overturned, and only by the supervisor.</summary>
    public static readonly Rule LapsedOnly = new(
        "reviews.lapsed-only", "Only a lapsed declaration can be reopened.", Source.Product);
}
