using System.Globalization;

namespace TitleWorkflow.Domain.Tests;

/// <summary>Dates and times as the clocks of the invented city of Qingtan show them, UTC+8.</summary>
internal static class Qingtan
{
    /// <summary>A date such as <c>2022-10-09</c>.</summary>
    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant such as <c>2022-10-09 21:00</c>, or noon of a date.</summary>
    public static DateTimeOffset Time(string time) => DateTimeOffset.ParseExact(
        $"{(time.Length == 10 ? $"{time} 12:00" : time)} +08:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
