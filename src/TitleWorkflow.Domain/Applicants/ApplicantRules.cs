namespace TitleWorkflow.Domain.Applicants;

/// <summary>What is demanded of lists of applicants.</summary>
public static class ApplicantRules
{
    /// <summary>Most rows of one list, its headings left out.</summary>
    public const int MostRows = 20_000;

    /// <summary>Largest file accepted, bytes.</summary>
    public const long MostBytes = 20 * 1024 * 1024;

    /// <summary>A list has rows, but not too many.</summary>
    public static readonly Rule SheetSize = new(
        "applicants.sheet-size", "A list has 1 to 20,000 rows below its headings and at most 20 MB.", Source.Product);

    /// <summary>Every column means something, and none that is needed is missing.</summary>
    public static readonly Rule SheetHeadings = new(
        "applicants.sheet-headings", "A heading is unknown, stands twice, or one that is needed is missing.", Source.Product);

    /// <summary>What has ended cannot be stopped.</summary>
    public static readonly Rule ImportRunning = new(
        "applicants.import-running", "Only an import that still runs can be stopped.", Source.Product);
}
