using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Domain.Tests.Calendars;

public sealed class ChinaTimeTests
{
    [Theory]
    [InlineData("2022-10-09T15:59:59Z", "2022-10-09")]
    [InlineData("2022-10-09T16:00:00Z", "2022-10-10")]
    [InlineData("2022-12-31T16:00:00Z", "2023-01-01")]
    [InlineData("2022-10-09T20:00:00-05:00", "2022-10-10")]
    public void The_legal_date_changes_at_midnight_in_China(string instant, string date) =>
        Assert.Equal(
            Qingtan.Day(date),
            DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).LegalDate());

    [Fact]
    public void Twenty_four_o_clock_of_a_day_is_midnight_of_the_next()
    {
        var day = Qingtan.Day("2022-10-09");

        Assert.Equal(Qingtan.Time("2022-10-10 00:00"), day.EndsAt());
        Assert.Equal(day.AddDays(1).StartsAt(), day.EndsAt());
        Assert.Equal(Qingtan.Time("2022-10-09 09:00"), day.StartsAt(9));
        Assert.Equal(TimeSpan.Zero, day.EndsAt().Offset);
    }

    [Fact]
    public void Today_is_asked_of_the_clock_handed_in() =>
        Assert.Equal(Qingtan.Day("2022-10-10"), new StandingClock(Qingtan.Time("2022-10-10 00:00")).Today());

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
