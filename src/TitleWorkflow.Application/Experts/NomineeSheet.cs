using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Experts;

/// <summary>How a list of nominated experts is to be read: one row for each, five needed columns and the fields of work.</summary>
public sealed class NomineeSheet(IReadOnlyList<string> headings)
{
    /// <summary>Full name.</summary>
    public const string Name = "姓名";

    /// <summary>Identity-card number.</summary>
    public const string Identity = "身份证号";

    /// <summary>Series of the person's title.</summary>
    public const string Series = "系列";

    /// <summary>Specialty.</summary>
    public const string Specialty = "专业";

    /// <summary>Level of the person's title.</summary>
    public const string Level = "层级";

    /// <summary>Fields of work, parted by commas; may be left out.</summary>
    public const string Keywords = "研究方向";

    private const int LongestText = 60;
    private const int MostKeywords = 20;

    private static readonly string[] Needed = [Name, Identity, Series, Specialty, Level];

    private static readonly Dictionary<string, TitleSeries> SeriesByName = new()
    {
        ["工程"] = TitleSeries.Engineering,
        ["经济"] = TitleSeries.Economics,
    };

    private static readonly Dictionary<string, TitleLevel> LevelByName = new()
    {
        ["员级"] = TitleLevel.Technician,
        ["助理级"] = TitleLevel.Assistant,
        ["中级"] = TitleLevel.Intermediate,
        ["副高级"] = TitleLevel.DeputySenior,
        ["正高级"] = TitleLevel.FullSenior,
    };

    /// <summary>All headings a list may have, in order.</summary>
    public static IReadOnlyList<string> Headings { get; } = [.. Needed, Keywords];

    /// <summary>Headings that mean nothing, or stand twice.</summary>
    public static IReadOnlyList<string> Strange(IReadOnlyList<string> headings) =>
        [.. headings.Except(Headings).Concat(headings.GroupBy(h => h).Where(g => g.Count() > 1).Select(g => g.Key))];

    /// <summary>Needed headings that are not there.</summary>
    public static IReadOnlyList<string> Lacking(IReadOnlyList<string> headings) => [.. Needed.Except(headings)];

    /// <summary>The column an error of a nomination is about.</summary>
    public static string ColumnOf(NominationError error) => error switch
    {
        NominationError.NoCommitteeOfSeries => Series,
        NominationError.TitleTooLow => Level,
        NominationError.NameDiffers => Name,
        _ => Identity,
    };

    /// <summary>Everything that is wrong in a row by itself, in the order of the list; empty if nothing is.</summary>
    public IReadOnlyList<NomineeFault> Check(IReadOnlyList<string> cells) =>
        [.. headings.Select(h => (Column: h, Error: Error(h, Text(cells, h)))).Where(c => c.Error is not null)
            .Select(c => new NomineeFault(c.Column, c.Error!.Value))];

    /// <summary>What a row says. Asks that nothing is wrong in it by itself.</summary>
    public NominateExperts.Nominee Read(IReadOnlyList<string> cells) => new(
        Text(cells, Name), Text(cells, Identity).ToUpperInvariant(), SeriesByName[Text(cells, Series)],
        Text(cells, Specialty), LevelByName[Text(cells, Level)], Words(Text(cells, Keywords)));

    /// <summary>Fields of work as people write them, one by one.</summary>
    public static IReadOnlyList<string> Words(string? text) => (text ?? "").Split(
        [',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static NominationError? Error(string column, string text) => column switch
    {
        Keywords => Words(text).Count > MostKeywords || Words(text).Any(w => w.Length > LongestText) ? NominationError.TooLong : null,
        _ when text.Length == 0 => NominationError.Missing,
        Identity => IdentityNumber.IsValid(text) ? null : NominationError.NotAnIdentityNumber,
        Series => SeriesByName.ContainsKey(text) ? null : NominationError.NotAnOption,
        Level => LevelByName.ContainsKey(text) ? null : NominationError.NotAnOption,
        _ => text.Length > LongestText ? NominationError.TooLong : null,
    };

    private string Text(IReadOnlyList<string> cells, string column)
    {
        for (var i = 0; i < headings.Count && i < cells.Count; i++)
        {
            if (headings[i] == column)
            {
                return cells[i].Trim();
            }
        }

        return "";
    }
}

/// <summary>What is wrong with a cell of a list of nominated experts.</summary>
/// <param name="Column">Heading of the column.</param>
/// <param name="Error">What is wrong.</param>
public sealed record NomineeFault(string Column, NominationError Error);
