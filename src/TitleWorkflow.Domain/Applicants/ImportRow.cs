using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.Applicants;

/// <summary>What is wrong with one cell of a list.</summary>
public enum CellFault
{
    /// <summary>Needed but empty.</summary>
    Missing,

    /// <summary>Longer than allowed.</summary>
    TooLong,

    /// <summary>Not a date like 2021-06-18.</summary>
    NotADate,

    /// <summary>Not a whole number.</summary>
    NotANumber,

    /// <summary>Not on the list of answers.</summary>
    NotAnOption,

    /// <summary>Does not have the expected form.</summary>
    WrongPattern,

    /// <summary>Not an identity-card number: length, date of birth or check character.</summary>
    NotAnIdentityNumber,

    /// <summary>The same identity-card number stands in an earlier row.</summary>
    Repeated,

    /// <summary>The identity-card number belongs to a person of another name.</summary>
    OtherName,

    /// <summary>No employer of that name in the office's area.</summary>
    UnknownEmployer,

    /// <summary>The person works for another employer.</summary>
    OtherEmployer,

    /// <summary>The telephone number signs in somebody else.</summary>
    PhoneTaken,

    /// <summary>The person has a live declaration of that year and level.</summary>
    HasDeclaration,

    /// <summary>The plan's window is closed.</summary>
    WindowClosed,
}

/// <summary>One thing wrong in a row.</summary>
/// <param name="Column">Heading of its column.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record RowFault(string Column, CellFault Fault);

/// <summary>One row of a list.</summary>
public sealed class ImportRow
{
    private ImportRow()
    {
    }

    /// <summary>A row that is to be worked off.</summary>
    /// <param name="import">The list.</param>
    /// <param name="number">Its number in the file, the headings being row 1.</param>
    /// <param name="cells">Its texts, in the order of the columns.</param>
    public ImportRow(ApplicantImportId import, int number, IReadOnlyList<string> cells)
    {
        Import = import;
        Number = number;
        Cells = [.. cells];
    }

    /// <summary>The list.</summary>
    public ApplicantImportId Import { get; private set; }

    /// <summary>Its number in the file, the headings being row 1.</summary>
    public int Number { get; private set; }

    /// <summary>Its texts; forgotten once it is a draft, kept where it is refused.</summary>
    public List<string> Cells { get; private set; } = [];

    /// <summary>True once it is worked off.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The draft it became; null before, and where it was refused.</summary>
    public DeclarationId? Declaration { get; private set; }

    /// <summary>What is wrong in it; empty where nothing is.</summary>
    public List<RowFault> Faults { get; private set; } = [];

    /// <summary>It became a draft.</summary>
    public void Become(DeclarationId declaration)
    {
        IsDone = true;
        Declaration = declaration;
        Cells = [];
    }

    /// <summary>It was refused.</summary>
    public void Refuse(IReadOnlyList<RowFault> faults)
    {
        IsDone = true;
        Faults = [.. faults];
    }
}
