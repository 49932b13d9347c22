using System.Globalization;

namespace TitleWorkflow.Engine.Activities;

/// <summary>One field of a cron expression: a list of numbers, names, ranges and steps.</summary>
internal static class CronField
{
    public static readonly string[] Months =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    public static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    public static bool IsAny(string text) => text is "*" or "?";

    public static SortedSet<int> Read(string text, int least, int most, string[] names)
    {
        var values = new SortedSet<int>();

        foreach (var part in text.Split(','))
        {
            var (range, step) = part.Split('/') is [var left, var right]
                ? (left, Number(right, 1, most, []))
                : (part, 1);
            var bounds = range.Split('-');
            var first = IsAny(range) ? least : Number(bounds[0], least, most, names);
            var last = IsAny(range) || (bounds.Length == 1 && part.Contains('/', StringComparison.Ordinal)) ? most
                : bounds.Length == 1 ? first
                : Number(bounds[1], least, most, names);
            var size = most - least + 1;

            // 22-1 goes round: 22, 23, 0, 1.
            for (var value = first; value <= (last < first ? last + size : last); value += step)
            {
                values.Add(value > most ? value - size : value);
            }
        }

        return values;
    }

    public static int Number(string text, int least, int most, string[] names)
    {
        var named = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));

        if (named >= 0)
        {
            return named + (names == Months ? 1 : 0);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            && number <= most
            ? number
            : throw new FormatException($"'{text}' is no number from {least} to {most}.");
    }
}
