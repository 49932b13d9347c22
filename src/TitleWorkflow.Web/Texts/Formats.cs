using System.Globalization;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Web.Texts;

/// <summary>
/// Dates, times and numbers as people read them, in the language of the request; instants in the committee's time zone.
/// </summary>
public sealed class Formats(IStringLocalizer texts, TimeProvider clock)
{
    private static readonly string[] Months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private static readonly int[] CertificateGroups = [6, 4, 2, 1, 6, 1];

    /// <summary>The date people see on the wall now.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>Tables and facts: 2022-10-31; 31 Oct 2022.</summary>
    public string Date(DateOnly date) =>
        Languages.IsChinese ? Iso(date) : $"{date.Day} {Months[date.Month - 1]} {date.Year}";

    /// <summary>Tables and facts where the weekday matters: 2022-10-31（周一）; 31 Oct 2022 (Mon).</summary>
    public string DateWithDay(DateOnly date) => WithDay(Date(date), date);

    /// <summary>Sentences: 10 月 31 日（周一）; 31 Oct 2022 (Mon).</summary>
    public string Day(DateOnly date) =>
        WithDay(PlainDay(date), date);

    /// <summary>Sentences where the weekday does not matter: 10 月 31 日; 31 Oct 2022.</summary>
    public string PlainDay(DateOnly date) => Languages.IsChinese ? $"{date.Month} 月 {date.Day} 日" : Date(date);

    /// <summary>Dense lists of the current year: 10-31; 31 Oct.</summary>
    public string Dense(DateOnly date) =>
        Languages.IsChinese ? Iso(date)[5..] : $"{date.Day} {Months[date.Month - 1]}";

    /// <summary>Histories: 10-31（周一）; 31 Oct (Mon).</summary>
    public string DenseWithDay(DateOnly date) => WithDay(Dense(date), date);

    /// <summary>周一; Mon.</summary>
    public string Weekday(DateOnly date) => texts["shell.weekday." + (int)date.DayOfWeek];

    /// <summary>The last moment of a day, which is 24:00 and never 0:00: 10 月 31 日（周一）24:00.</summary>
    public string EndOf(DateOnly date) => Languages.IsChinese ? $"{Day(date)}24:00" : $"{Day(date)}, 24:00";

    /// <summary>15:20, around the clock.</summary>
    public string Time(DateTimeOffset instant) => Hours(Local(instant).Time);

    /// <summary>2022-10-20 16:41; 20 Oct 2022, 16:41.</summary>
    public string Moment(DateTimeOffset instant)
    {
        var (date, time) = Told(instant);

        return Languages.IsChinese ? $"{Date(date)} {time}" : $"{Date(date)}, {time}";
    }

    /// <summary>Histories: 10-24（周一）15:20; 24 Oct (Mon), 15:20.</summary>
    public string DenseMoment(DateTimeOffset instant)
    {
        var (date, time) = Told(instant);

        return Languages.IsChinese ? $"{DenseWithDay(date)}{time}" : $"{DenseWithDay(date)}, {time}";
    }

    /// <summary>剩 2 个工作日; today is counted by the caller when today counts.</summary>
    public string WorkingDaysLeft(int days) =>
        texts["shell.days-left", days];

    /// <summary>已超期 2 个工作日; today is counted.</summary>
    public string WorkingDaysOver(int days) => texts["shell.overdue", days];

    /// <summary>How long ago, in the largest whole unit: 3 天; 3 d.</summary>
    public string Age(DateTimeOffset instant) => (clock.GetUtcNow() - instant) switch
    {
        { TotalDays: >= 1 } age => texts["shell.age.days", age.Days],
        { TotalHours: >= 1 } age => texts["shell.age.hours", age.Hours],
        var age => texts["shell.age.minutes", Math.Max(0, age.Minutes)],
    };

    /// <summary>The legal date an instant falls on.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => instant.LegalDate();

    /// <summary>A name in the language of the request, where it has one there.</summary>
    public string Name(string chinese, string? english) => Languages.IsChinese ? chinese : english ?? chinese;

    /// <summary>12,480.</summary>
    public string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>How much waits: 48; beyond what anybody takes in at a glance, 99+.</summary>
    public string Count(int waiting) => waiting < CountBadges.Most ? Number(waiting) : $"{CountBadges.Most - 1}+";

    /// <summary>A share of one with one decimal: 0.875 is 87.5%.</summary>
    public string Percent(decimal share) =>
        (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>1.4 MB; below a megabyte in whole kilobytes, at least 1.</summary>
    public string Size(long bytes) => bytes >= 1 << 20
        ? (bytes / (decimal)(1 << 20)).ToString("0.#", CultureInfo.InvariantCulture) + " MB"
        : Math.Max(1, bytes >> 10).ToString(CultureInfo.InvariantCulture) + " KB";

    /// <summary>The two ends of a digest: e21b…90d4.</summary>
    public string ShortHash(string hex) => hex.Length <= 8 ? hex : $"{hex[..4]}…{hex[^4..]}";

    /// <summary>A receipt code in groups of four: K7M2-QX94-TB6C.</summary>
    public string ReceiptCode(string code) => string.Join('-', code.Chunk(4).Select(part => new string(part)));

    /// <summary>
    /// A certificate number in its groups: 990400 2022 01 2 000317 6; other lengths stay as they are.
    /// </summary>
    public string CertificateNumber(string number)
    {
        if (number.Length != CertificateGroups.Sum())
        {
            return number;
        }

        var start = 0;

        return string.Join(' ', CertificateGroups.Select(length => number[start..(start += length)]));
    }

    // What happens at midnight ends the day before.
    private static (DateOnly Date, string Time) Told(DateTimeOffset instant) => Local(instant) switch
    {
        (var date, { Ticks: 0 }) => (date.AddDays(-1), "24:00"),
        var (date, time) => (date, Hours(time)),
    };

    private static (DateOnly Date, TimeOnly Time) Local(DateTimeOffset instant) =>
        (instant.LegalDate(), TimeOnly.FromDateTime(instant.ToOffset(ChinaTime.Offset).DateTime));

    private string WithDay(string text, DateOnly date) =>
        Languages.IsChinese ? $"{text}（{Weekday(date)}）" : $"{text} ({Weekday(date)})";

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Hours(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
