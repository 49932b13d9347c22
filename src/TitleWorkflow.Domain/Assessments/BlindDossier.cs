using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>
/// A dossier as experts see it who read blind (盲评): without what tells whose it is. What people write in their own words may still
/// give them away, and so may a file that was masked badly.
/// </summary>
public sealed class BlindDossier
{
    /// <summary>What stands where a name stood.</summary>
    public const string Mask = "〇〇";

    private readonly List<string> names;

    /// <summary>The dossier of a declaration.</summary>
    public BlindDossier(Declaration declaration)
    {
        Number = declaration.Number;

        // People leave out what only says what kind of company it is.
        names =
        [
            .. new[] { declaration.EmployerName, declaration.EmployerEnglishName, declaration.ApplicantName }.OfType<string>()
                .SelectMany(n => new[] { n, PartyName.Key(n) }).Where(n => n.Length > 0).Distinct().OrderByDescending(n => n.Length),
        ];
    }

    /// <summary>What stands for the applicant: the number of the case.</summary>
    public string Number { get; }

    /// <summary>A text without the names of applicant and employer.</summary>
    public string? Text(string? text) =>
        text is null ? null : names.Aggregate(text, (left, name) => left.Replace(name, Mask, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a fact says; null where it leads to a person or an employer.</summary>
    public string? Value(DossierField field, string? value) => field.Identifies ? null : Text(value);

    /// <summary>What was claimed, in words that name nobody.</summary>
    public ScoreEntry Entry(ScoreEntry entry) => entry with { Fact = Text(entry.Fact)! };

    /// <summary>How a score came about, in words that name nobody.</summary>
    public ScoreWorking Working(ScoreWorking working) => working with { Items = [.. working.Items.Select(Working)] };

    /// <summary>Name of a file, which its owner chose and which may therefore name anybody.</summary>
    public static string FileName(EvidenceType type) => type switch
    {
        EvidenceType.Pdf => "material.pdf",
        EvidenceType.Jpeg => "material.jpg",
        _ => "material.png",
    };

    private ItemWorking Working(ItemWorking item) => item with
    {
        Entries = [.. item.Entries.Select(e => e with { Entry = Entry(e.Entry) })],
        Items = [.. item.Items.Select(Working)],
    };
}
