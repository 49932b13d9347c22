namespace TitleWorkflow.Domain.Calendars;

/// <summary>
/// One year of the official calendar (国务院办公厅节假日安排): every date not named here works from Monday to Friday and
/// rests on Saturday and Sunday.
/// </summary>
public sealed class OfficialYear
{
    private OfficialYear()
    {
    }

    /// <summary>A year as its notice tells it; dates of other years are ignored.</summary>
    public OfficialYear(int year, IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> makeUpDays)
    {
        Year = year;
        Replace(holidays, makeUpDays);
    }

    /// <summary>The calendar year.</summary>
    public int Year { get; private set; }

    /// <summary>Days off, whatever their weekday.</summary>
    public List<DateOnly> Holidays { get; private set; } = [];

    /// <summary>Saturdays and Sundays that are worked instead (调休).</summary>
    public List<DateOnly> MakeUpDays { get; private set; } = [];

    /// <summary>Takes the year as a corrected notice tells it; dates of other years are ignored.</summary>
    public void Replace(IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> makeUpDays)
    {
        Holidays = [.. holidays.Where(d => d.Year == Year).Distinct().Order()];
        MakeUpDays = [.. makeUpDays.Where(d => d.Year == Year).Distinct().Order()];
    }
}
