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

    /// <summary>Only what the group is reading can change readers.</summary>
    public static readonly Rule BeingRead = new(
        "assessments.being-read", "The dossier is not with its readers; nothing can be changed about them.", Source.Product);

    /// <summary>A reader is replaced, or an assignment undone, for a reason.</summary>
    public static readonly Rule UndoingReasoned = new(
        "assessments.undoing-reasoned", "Replacing a reader or undoing an assignment needs a reason.", Source.Product);

    /// <summary>A sheet handed in counts: its reader is not exchanged for another.</summary>
    public static readonly Rule HandedInStays = new(
        "assessments.handed-in-stays", "Who has handed in a score sheet is not replaced; the sheet counts.", Source.Product);

    /// <summary>Whoever steps in is new to the dossier.</summary>
    public static readonly Rule FreshReader = new(
        "assessments.fresh-reader",
        "Who steps in must not read the dossier already and must not have been replaced on it.",
        Source.Product);

    /// <summary>An assignment is undone only before anybody has worked on it.</summary>
    public static readonly Rule NothingHandedIn = new(
        "assessments.nothing-handed-in",
        "An assignment can be undone only while no reader has handed in a score sheet.",
        Source.Product);
}
