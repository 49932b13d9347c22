using TitleWorkflow.Web.Pages.Admin;

namespace TitleWorkflow.Web.Tests.Admin;

public sealed class DayListTests
{
    [Theory]
    [InlineData("01-01…01-03 04-05", "01-01…01-03 04-05")]
    [InlineData("1-1至1-3，4-5", "01-01…01-03 04-05")]
    [InlineData("01-01\n01-02\n01-03", "01-01…01-03")]
    [InlineData("10-01~10-07", "10-01…10-07")]
    [InlineData("", "")]
    public void Days_are_read_as_people_write_them(string typed, string written)
    {
        Assert.True(DayList.TryRead(typed, 2022, out var days, out _));
        Assert.Equal(written, DayList.Write(days));
    }

    [Theory]
    [InlineData("01-01 02-30", "02-30")]
    [InlineData("01-03…01-01", "01-03…01-01")]
    [InlineData("国庆", "国庆")]
    public void What_is_no_day_is_named(string typed, string unreadable)
    {
        Assert.False(DayList.TryRead(typed, 2022, out _, out var word));
        Assert.Equal(unreadable, word);
    }
}
