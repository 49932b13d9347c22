namespace TitleWorkflow.Domain.Assessments.Assigning;

/// <summary>What assigning many dossiers at once demands.</summary>
public static class AssignmentRules
{
    /// <summary>No reader has an interest in the application.</summary>
    public static readonly Rule NoConflict = new(
        "assessments.no-conflict",
        "Nobody reads an application of their own, of their employer of the last three years, or one they have left.",
        Source.Provisions(25));

    /// <summary>A change by hand has a reason.</summary>
    public static readonly Rule ChangeReasoned = new(
        "assessments.change-reasoned", "Readers that differ from the proposal need a reason.", Source.Product);
}
