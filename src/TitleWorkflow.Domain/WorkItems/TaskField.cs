using System.Globalization;

namespace TitleWorkflow.Domain.WorkItems;

/// <summary>What a field of a task accepts.</summary>
public enum TaskFieldKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A date, yyyy-MM-dd.</summary>
    Date,

    /// <summary>Yes or No.</summary>
    YesNo,

    /// <summary>One of the options.</summary>
    Choice,
}

/// <summary>Something a step asks for besides its outcome, as the designer of its flow wrote it.</summary>
/// <param name="Label">Chinese label; its name among the values.</param>
/// <param name="English">English label; null if the flow gives none.</param>
/// <param name="Kind">What it accepts.</param>
/// <param name="IsRequired">Whether it may not stay empty.</param>
/// <param name="Options">What may be chosen; empty unless it is a choice.</param>
public sealed record TaskField(string Label, string? English, TaskFieldKind Kind, bool IsRequired, List<string> Options)
{
    /// <summary>Most fields of a step.</summary>
    public const int Most = 20;

    /// <summary>Longest label, in characters.</summary>
    public const int LongestLabel = 60;

    /// <summary>Longest value, in characters.</summary>
    public const int LongestValue = 500;

    /// <summary>Values of a yes-or-no field.</summary>
    public static readonly IReadOnlyList<string> YesAndNo = ["Yes", "No"];

    /// <summary>
    /// Reads a line of a flow: <c>label | English label | kind | required</c>, all but the label optional. Kinds are
    /// <c>text</c>, <c>number</c>, <c>date</c>, <c>yesno</c> and <c>choice: one, two</c>.
    /// </summary>
    /// <returns>Null if the line is none.</returns>
    public static TaskField? Read(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        if (parts is [] or [""] or { Length: > 4 } || parts[0] is not { Length: > 0 and <= LongestLabel } label)
        {
            return null;
        }

        var (word, options) = parts.ElementAtOrDefault(2)?.Split(':', 2, StringSplitOptions.TrimEntries) switch
        {
            null or [""] => (nameof(TaskFieldKind.Text), ""),
            [var kind, var some] => (kind, some),
            [var kind] => (kind, ""),
            _ => ("", ""),
        };
        var choices = options.Split([',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var isRequired = parts.ElementAtOrDefault(3) is "required" or "必填";
        return KindOf(word) is { } read
            && (read == TaskFieldKind.Choice) == (choices.Length > 1)
            && (isRequired || string.IsNullOrEmpty(parts.ElementAtOrDefault(3)))
                ? new TaskField(label, parts.ElementAtOrDefault(1) is { Length: > 0 } english ? english : null, read, isRequired, [.. choices])
                : null;
    }

    /// <summary>The field as a line that <see cref="Read"/> reads as the same field.</summary>
    public string Write()
    {
        var kind = Kind.ToString().ToLowerInvariant();
        return string.Join(" | ", Label, English, Options.Count > 0 ? $"{kind}: {string.Join(", ", Options)}" : kind, IsRequired ? "required" : "")
            .TrimEnd(' ', '|');
    }

    /// <summary>Whether a value may be stored; an empty one if the field need not be filled in.</summary>
    public bool Accepts(string? value) => string.IsNullOrWhiteSpace(value)
        ? !IsRequired
        : value.Length <= LongestValue && Kind switch
        {
            TaskFieldKind.Number => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
            TaskFieldKind.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            TaskFieldKind.YesNo => YesAndNo.Contains(value),
            TaskFieldKind.Choice => Options.Contains(value),
            _ => true,
        };

    private static TaskFieldKind? KindOf(string word) => Enum.GetValues<TaskFieldKind>().Cast<TaskFieldKind?>()
        .FirstOrDefault(kind => word.Equals(kind.ToString(), StringComparison.OrdinalIgnoreCase));
}
