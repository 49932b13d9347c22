using System.Globalization;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Domain.Questionnaires;

/// <summary>How often one of the values of a choice was given.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How many gave it.</param>
public sealed record ValueCount(string Value, int Count);

/// <summary>What the numbers given come to.</summary>
/// <param name="Sum">All together.</param>
/// <param name="Mean">The mean, rounded to two decimals, halves away from zero.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The greatest.</param>
public sealed record NumberFigures(decimal Sum, decimal Mean, decimal Least, decimal Most);

/// <summary>What the answers say to one field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Filled">How many filled it in.</param>
/// <param name="Counts">Every value that can be chosen, in its order; null unless it is a choice or yes or no.</param>
/// <param name="Figures">Null unless it is a number somebody gave.</param>
/// <param name="Words">What was given, in the order of the answers; null unless it is a text or a date.</param>
public sealed record FieldSummary(
    TaskField Field, int Filled, IReadOnlyList<ValueCount>? Counts, NumberFigures? Figures, IReadOnlyList<string>? Words)
{
    /// <summary>Sums up what answers say to a field.</summary>
    public static FieldSummary Of(TaskField field, IEnumerable<IReadOnlyDictionary<string, string>> answers)
    {
        var given = answers.Select(a => a.GetValueOrDefault(field.Label)).OfType<string>().ToList();
        return field.Kind switch
        {
            TaskFieldKind.Number => new FieldSummary(field, given.Count, null, FiguresOf(given), null),
            TaskFieldKind.YesNo => new FieldSummary(field, given.Count, Count(TaskField.YesAndNo, given), null, null),
            TaskFieldKind.Choice => new FieldSummary(field, given.Count, Count(field.Options, given), null, null),
            _ => new FieldSummary(field, given.Count, null, null, given),
        };
    }

    private static List<ValueCount> Count(IReadOnlyList<string> values, List<string> given) =>
        [.. values.Select(value => new ValueCount(value, given.Count(g => g == value)))];

    private static NumberFigures? FiguresOf(List<string> given)
    {
        var numbers = given.ConvertAll(g => decimal.Parse(g, NumberStyles.Number, CultureInfo.InvariantCulture));
        return numbers.Count == 0
            ? null
            : new NumberFigures(
                numbers.Sum(),
                decimal.Round(numbers.Sum() / numbers.Count, 2, MidpointRounding.AwayFromZero),
                numbers.Min(),
                numbers.Max());
    }
}
