using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Declarations;

/// <summary>How something became different.</summary>
public enum ChangeKind
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It says something else.</summary>
    Changed,

    /// <summary>It is not there any more.</summary>
    TakenAway,
}

/// <summary>What became of a fact since its section was last sent back.</summary>
/// <param name="Value">How what is stated became different; null if only its evidence did.</param>
/// <param name="Before">What was stated then, an option in Chinese words; null if nothing.</param>
/// <param name="EnglishBefore">The same, an option in English words.</param>
/// <param name="Added">Evidence attached since.</param>
/// <param name="TakenAway">Evidence taken off since.</param>
public sealed record FactChange(
    ChangeKind? Value,
    string? Before,
    string? EnglishBefore,
    IReadOnlyList<EvidenceLine> Added,
    IReadOnlyList<EvidenceLine> TakenAway)
{
    /// <summary>When the section was sent back, if its facts are told apart from what they said then; null otherwise.</summary>
    internal static DateTimeOffset? Since(Declaration declaration, string section) =>
        declaration.Earlier is { } earlier && earlier.Facts.ContainsKey(section) ? earlier.At : null;

    /// <summary>Null if nothing became different, or the section was not part of the last return. Needs all evidence loaded.</summary>
    internal static FactChange? Of(Declaration declaration, string section, DossierField field)
    {
        if (declaration.Earlier is not { } earlier || !earlier.Facts.TryGetValue(section, out var facts))
        {
            return null;
        }

        var (before, now) = (facts.GetValueOrDefault(field.Key), declaration.Dossier.GetValueOrDefault(section)?.GetValueOrDefault(field.Key));
        ChangeKind? value = before == now ? null
            : before is null ? ChangeKind.Added
            : now is null ? ChangeKind.TakenAway
            : ChangeKind.Changed;
        var files = declaration.Evidence.Where(e => e.Fact == $"{section}/{field.Key}").OrderBy(e => e.AttachedAt)
            .ToLookup(e => (Then: earlier.Evidence.Contains(e.Id), Now: e.DetachedAt is null), EvidenceLine.Of);
        var option = field.Options?.FirstOrDefault(o => o.Value == before);
        var change = new FactChange(
            value, option?.Text ?? before, option?.English ?? before, [.. files[(false, true)]], [.. files[(true, false)]]);
        return value is null && change.Added.Count + change.TakenAway.Count == 0 ? null : change;
    }
}
