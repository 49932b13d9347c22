using System.Text.RegularExpressions;

namespace TitleWorkflow.Domain.Declarations;

/// <summary>What an input accepts.</summary>
public enum FieldKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>A date, ISO 8601.</summary>
    Date,

    /// <summary>A whole number of 0 or more.</summary>
    Number,

    /// <summary>One of <see cref="DossierField.Options"/>.</summary>
    Choice,
}

/// <summary>One answer of a closed list.</summary>
/// <param name="Value">Stored value.</param>
/// <param name="Text">Chinese words.</param>
/// <param name="English">English words.</param>
public sealed record FieldOption(string Value, string Text, string English);

/// <summary>One fact the applicant states.</summary>
/// <param name="Key">Stored name; unique in its section.</param>
/// <param name="Label">Chinese label.</param>
/// <param name="English">English label.</param>
/// <param name="Kind">What is accepted.</param>
/// <param name="Required">Whether submission needs it.</param>
/// <param name="Evidence">Whether submission needs at least one piece of evidence for it.</param>
/// <param name="MaxLength">Longest text accepted.</param>
/// <param name="Options">The closed list, for <see cref="FieldKind.Choice"/>.</param>
/// <param name="Pattern">Regular expression the whole text must match; null for none.</param>
/// <param name="Hint">Chinese hint that says how to fill it in.</param>
/// <param name="EnglishHint">The hint in English.</param>
/// <param name="Identifies">Whether it leads to a person or an employer; kept from experts who read blind.</param>
public sealed record DossierField(
    string Key,
    string Label,
    string English,
    FieldKind Kind,
    bool Required = true,
    bool Evidence = false,
    int MaxLength = 200,
    IReadOnlyList<FieldOption>? Options = null,
    string? Pattern = null,
    string? Hint = null,
    string? EnglishHint = null,
    bool Identifies = false);

/// <summary>A page of the form.</summary>
/// <param name="Key">Stored name; unique in the form.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="English">English title.</param>
/// <param name="Fields">Its facts, in order.</param>
/// <param name="IsGiven">Whether its facts come from an official act and are nobody's to fill in or change.</param>
/// <param name="IsLasting">Whether its facts hold from one declaration to the next, so that known ones need not be typed again.</param>
public sealed record DossierSectionForm(
    string Key, string Title, string English, IReadOnlyList<DossierField> Fields, bool IsGiven = false, bool IsLasting = false);

/// <summary>Which sections and facts a dossier has; data of the annual plan, so that channels and years may differ.</summary>
/// <param name="Sections">In order.</param>
public sealed record DossierForm(IReadOnlyList<DossierSectionForm> Sections)
{
    /// <summary>The section of that key; null if the form has none.</summary>
    public DossierSectionForm? Find(string section) => Sections.FirstOrDefault(s => s.Key == section);

    /// <summary>
    /// What still stands in the way of submission, in form order; empty when complete.
    /// </summary>
    /// <param name="values">Values by section and field.</param>
    /// <param name="evidence">Facts that have at least one piece of evidence, as <c>section/field</c>.</param>
    public IReadOnlyList<DossierDefect> Check(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> values, IReadOnlySet<string> evidence) =>
        [.. Sections.SelectMany(s => Check(s, values.GetValueOrDefault(s.Key), evidence))];

    /// <summary>
    /// Those of some values that the form takes and that still hold: facts of lasting sections, but neither counts, which grow, nor
    /// accounts, which are written for one declaration.
    /// </summary>
    /// <param name="values">Values by section and field.</param>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Lasting(
        IReadOnlyDictionary<string, Dictionary<string, string>> values) =>
        Sections.Where(s => s.IsLasting && values.ContainsKey(s.Key)).ToDictionary(
            s => s.Key,
            IReadOnlyDictionary<string, string> (s) => s.Fields
                .Where(f => f.Kind is not (FieldKind.Number or FieldKind.LongText)
                    && values[s.Key].ContainsKey(f.Key) && Check(f, values[s.Key][f.Key]) is null)
                .ToDictionary(f => f.Key, f => values[s.Key][f.Key]));

    /// <summary>What is wrong with one value by itself; null if nothing is. An empty value is never wrong by itself.</summary>
    public static DefectKind? Check(DossierField field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        return field.Kind switch
        {
            _ when value.Length > field.MaxLength => DefectKind.TooLong,
            FieldKind.Date when !DateOnly.TryParseExact(value, "yyyy-MM-dd", out _) => DefectKind.NotADate,
            FieldKind.Number when !uint.TryParse(value, out _) => DefectKind.NotANumber,
            FieldKind.Choice when field.Options?.Any(o => o.Value == value) != true => DefectKind.NotAnOption,
            _ when field.Pattern is { } pattern && !Fits(value, pattern) => DefectKind.WrongPattern,
            _ => null,
        };
    }

    // No value takes longer than its length allows, so that there need be no limit that a busy machine could exceed.
    private static bool Fits(string value, string pattern) =>
        Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static IEnumerable<DossierDefect> Check(
        DossierSectionForm section, IReadOnlyDictionary<string, string>? values, IReadOnlySet<string> evidence)
    {
        foreach (var field in section.Fields)
        {
            var value = values?.GetValueOrDefault(field.Key);
            if (Check(field, value) is { } kind)
            {
                yield return new DossierDefect(section.Key, field.Key, kind);
            }
            else if (field.Required && string.IsNullOrWhiteSpace(value))
            {
                yield return new DossierDefect(section.Key, field.Key, DefectKind.Missing);
            }
            else if (field.Evidence && !string.IsNullOrWhiteSpace(value) && !evidence.Contains($"{section.Key}/{field.Key}"))
            {
                yield return new DossierDefect(section.Key, field.Key, DefectKind.NoEvidence);
            }
        }
    }
}

/// <summary>What is wrong with a fact.</summary>
public enum DefectKind
{
    /// <summary>Required but empty.</summary>
    Missing,

    /// <summary>Longer than allowed.</summary>
    TooLong,

    /// <summary>Not a date like 2021-06-18.</summary>
    NotADate,

    /// <summary>Not a whole number.</summary>
    NotANumber,

    /// <summary>Not on the list.</summary>
    NotAnOption,

    /// <summary>Does not have the expected form.</summary>
    WrongPattern,

    /// <summary>No evidence attached.</summary>
    NoEvidence,
}

/// <summary>One thing to mend before submission.</summary>
public sealed record DossierDefect(string Section, string Field, DefectKind Kind);
