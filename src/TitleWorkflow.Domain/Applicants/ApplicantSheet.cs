using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.Applicants;

/// <summary>What a row says, once nothing in it is wrong by itself.</summary>
/// <param name="Name">Full name.</param>
/// <param name="IdentityNumber">Identity-card number, its check character a capital.</param>
/// <param name="Phone">Mobile telephone number; the account's name.</param>
/// <param name="Email">Address for mail; null if none.</param>
/// <param name="Employer">Name of the employer; null where the list has no such column or the cell is empty.</param>
/// <param name="Facts">Facts of the dossier, by section and field.</param>
public sealed record ListedApplicant(
    string Name,
    string IdentityNumber,
    string Phone,
    string? Email,
    string? Employer,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Facts);

/// <summary>
/// How a list of applicants under one form is to be read: five columns about the person, then any facts of the form, each headed by
/// its Chinese label, or by <c>section·label</c> where two sections have a field of that label.
/// </summary>
public sealed class ApplicantSheet
{
    /// <summary>Full name.</summary>
    public const string Name = "姓名";

    /// <summary>Identity-card number.</summary>
    public const string Identity = "身份证号";

    /// <summary>Mobile telephone number.</summary>
    public const string Phone = "手机号";

    /// <summary>Address for mail; may be left out.</summary>
    public const string Email = "邮箱";

    /// <summary>Name of the employer; needed where the office is no employer itself.</summary>
    public const string Employer = "工作单位";

    private const int LongestName = 60;
    private const int LongestEmail = 120;

    private static readonly string[] Needed = [Name, Identity, Phone];

    private readonly IReadOnlyList<(string Heading, DossierSectionForm Section, DossierField Field)> facts;
    private readonly IReadOnlyList<string> columns;

    /// <summary>A list with those headings, in the order of its columns.</summary>
    /// <param name="form">The plan's form.</param>
    /// <param name="headings">What stands in the first row.</param>
    /// <exception cref="RuleBrokenException">A heading is unknown or stands twice, or a needed one is missing.</exception>
    public ApplicantSheet(DossierForm form, IReadOnlyList<string> headings)
    {
        facts = Facts(form);
        columns = headings;
        ApplicantRules.SheetHeadings.Require(Strange(form, headings).Count == 0 && Lacking(headings).Count == 0);
    }

    /// <summary>All headings a list under this form may have, in order.</summary>
    public static IReadOnlyList<string> Headings(DossierForm form) =>
        [.. Needed, Email, Employer, .. Facts(form).Select(f => f.Heading)];

    /// <summary>Headings that mean nothing under this form, or stand twice.</summary>
    public static IReadOnlyList<string> Strange(DossierForm form, IReadOnlyList<string> headings)
    {
        var known = Headings(form).ToHashSet();
        return [.. headings.Where(h => !known.Contains(h)).Concat(headings.GroupBy(h => h).Where(g => g.Count() > 1).Select(g => g.Key))
            .Distinct()];
    }

    /// <summary>Needed headings that are not there.</summary>
    public static IReadOnlyList<string> Lacking(IReadOnlyList<string> headings) => [.. Needed.Except(headings)];

    /// <summary>Everything that is wrong in a row by itself, by column in the order of the list; empty if nothing is.</summary>
    /// <param name="cells">Its texts; missing ones at the end count as empty.</param>
    public IReadOnlyList<RowFault> Check(IReadOnlyList<string> cells) =>
        [.. columns.Select(c => (Column: c, Fault: Check(c, Text(cells, c)))).Where(c => c.Fault is not null)
            .Select(c => new RowFault(c.Column, c.Fault!.Value))];

    /// <summary>What a row says. Asks that nothing is wrong in it by itself.</summary>
    public ListedApplicant Read(IReadOnlyList<string> cells) => new(
        Text(cells, Name),
        Text(cells, Identity).ToUpperInvariant(),
        Text(cells, Phone),
        Stated(cells, Email),
        Stated(cells, Employer),
        facts.Select(f => (f.Section.Key, f.Field, Value: Text(cells, f.Heading))).Where(f => f.Value.Length > 0)
            .GroupBy(f => f.Key)
            .ToDictionary(s => s.Key, IReadOnlyDictionary<string, string> (s) => s.ToDictionary(f => f.Field.Key, f => Stored(f.Field, f.Value))));

    private static List<(string Heading, DossierSectionForm Section, DossierField Field)> Facts(DossierForm form)
    {
        var fields = form.Sections.SelectMany(s => s.Fields.Select(f => (Section: s, Field: f))).ToList();
        var shared = fields.GroupBy(f => f.Field.Label).Where(g => g.Count() > 1).Select(g => g.Key)
            .Concat([Name, Identity, Phone, Email, Employer]).ToHashSet();
        return [.. fields.Select(f => (shared.Contains(f.Field.Label) ? $"{f.Section.Title}·{f.Field.Label}" : f.Field.Label, f.Section, f.Field))];
    }

    private CellFault? Check(string column, string text) => column switch
    {
        Name => Fault(text, LongestName, needed: true, _ => true, CellFault.WrongPattern),
        Identity => Fault(text, int.MaxValue, needed: true, IdentityNumber.IsValid, CellFault.NotAnIdentityNumber),
        Phone => Fault(text, int.MaxValue, needed: true, t => t is ['1', ..] && t.Length == 11 && t.All(char.IsAsciiDigit), CellFault.WrongPattern),
        Email => Fault(text, LongestEmail, needed: false, t => t.IndexOf('@') is > 0 and var at && at < t.Length - 1, CellFault.WrongPattern),
        Employer => null,
        _ when facts.First(f => f.Heading == column).Field is var field => DossierForm.Check(field, Stored(field, text)) is { } defect
            ? Enum.Parse<CellFault>(defect.ToString()) : null,
        _ => null,
    };

    private static CellFault? Fault(string text, int longest, bool needed, Func<string, bool> fits, CellFault fault) => text switch
    {
        "" => needed ? CellFault.Missing : null,
        _ when text.Length > longest => CellFault.TooLong,
        _ => fits(text) ? null : fault,
    };

    // A list gives the words people read; the dossier keeps the value behind them.
    private static string Stored(DossierField field, string text) =>
        field.Options?.FirstOrDefault(o => o.Text == text)?.Value ?? text;

    private string Text(IReadOnlyList<string> cells, string column)
    {
        for (var i = 0; i < columns.Count && i < cells.Count; i++)
        {
            if (columns[i] == column)
            {
                return cells[i].Trim();
            }
        }

        return "";
    }

    private string? Stated(IReadOnlyList<string> cells, string column) => Text(cells, column) is { Length: > 0 } text ? text : null;
}
