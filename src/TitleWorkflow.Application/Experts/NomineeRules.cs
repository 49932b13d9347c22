using TitleWorkflow.Domain;

namespace TitleWorkflow.Application.Experts;

/// <summary>What is demanded of a file that is to be a list of nominated experts.</summary>
public static class NomineeRules
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MostBytes = 2 << 20;

    /// <summary>A list is no larger than one nomination may be.</summary>
    public static readonly Rule SheetSize = new(
        "experts.sheet-size", "A list has 1 to 500 experts and at most 2 MB.", Source.Product);
}
