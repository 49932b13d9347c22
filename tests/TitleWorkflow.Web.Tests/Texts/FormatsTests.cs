using System.Globalization;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Tests.Texts;

public sealed class FormatsTests
{
    private static readonly DateOnly Monday = new(2022, 10, 31);
    private static readonly DateTimeOffset Afternoon = new(2022, 10, 20, 8, 41, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("zh-CN", "2022-10-31", "2022-10-31（周一）", "10 月 31 日（周一）", "10-31", "10 月 31 日（周一）24:00")]
    [InlineData("en", "31 Oct 2022", "31 Oct 2022 (Mon)", "31 Oct 2022 (Mon)", "31 Oct", "31 Oct 2022 (Mon), 24:00")]
    public void A_date_is_written_for_its_place(
        string language, string table, string withDay, string sentence, string dense, string end)
    {
        var formats = In(language);

        Assert.Equal(table, formats.Date(Monday));
        Assert.Equal(withDay, formats.DateWithDay(Monday));
        Assert.Equal(sentence, formats.Day(Monday));
        Assert.Equal(dense, formats.Dense(Monday));
        Assert.Equal(end, formats.EndOf(Monday));
    }

    [Theory]
    [InlineData("zh-CN", "2022-10-20 16:41", "10-20（周四）16:41")]
    [InlineData("en", "20 Oct 2022, 16:41", "20 Oct (Thu), 16:41")]
    public void An_instant_is_shown_in_the_time_zone_of_the_committee(string language, string moment, string dense)
    {
        var formats = In(language);

        Assert.Equal(moment, formats.Moment(Afternoon));
        Assert.Equal(dense, formats.DenseMoment(Afternoon));
    }

    [Theory]
    [InlineData("zh-CN", "2022-10-19 24:00", "10-19（周三）24:00")]
    [InlineData("en", "19 Oct 2022, 24:00", "19 Oct (Wed), 24:00")]
    public void Midnight_is_the_end_of_the_day_before(string language, string moment, string dense)
    {
        var formats = In(language);
        var midnight = new DateTimeOffset(2022, 10, 19, 16, 0, 0, TimeSpan.Zero);

        Assert.Equal(moment, formats.Moment(midnight));
        Assert.Equal(dense, formats.DenseMoment(midnight));
    }

    [Theory]
    [InlineData("zh-CN", 1, "剩 1 个工作日")]
    [InlineData("zh-CN", 5, "剩 5 个工作日")]
    [InlineData("en", 1, "1 working day left")]
    [InlineData("en", 2, "2 working days left")]
    public void Days_left_are_working_days_and_say_so(string language, int days, string text) =>
        Assert.Equal(text, In(language).WorkingDaysLeft(days));

    [Theory]
    [InlineData("zh-CN", 1, "已超期 1 个工作日")]
    [InlineData("en", 1, "Overdue by 1 working day")]
    [InlineData("en", 3, "Overdue by 3 working days")]
    public void Days_over_are_working_days_and_say_so(string language, int days, string text) =>
        Assert.Equal(text, In(language).WorkingDaysOver(days));

    [Fact]
    public void Numbers_sizes_and_shares_read_at_a_glance()
    {
        var formats = In("zh-CN");

        Assert.Equal("12,480", formats.Number(12480));
        Assert.Equal("87.5%", formats.Percent(0.875m));
        Assert.Equal("1.4 MB", formats.Size(1_468_006));
        Assert.Equal("1 KB", formats.Size(12));
        Assert.Equal("e21b…90d4", formats.ShortHash("e21b00000000000090d4"));
        Assert.Equal("990400 2022 01 2 000317 6", formats.CertificateNumber("99040020220120003176"));
        Assert.Equal("990400 2022 01 2 000317 6", formats.CertificateNumber("990400 2022 01 2 000317 6"));
    }

    private static Formats In(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        return new Formats(new JsonTexts(), TimeProvider.System);
    }
}
