using TitleWorkflow.Domain;

namespace TitleWorkflow.Application.Applicants;

/// <summary>What is demanded of a file that is to be a list of applicants.</summary>
public static class ApplicantSliceRules
{
    /// <summary>A list is a spreadsheet.</summary>
    public static readonly Rule SheetReadable = new(
        "applicants.sheet-readable", "The file is not an .xlsx spreadsheet that can be read.", Source.Product);
}
