using FluentValidation;
using TitleWorkflow.Application.Calendars;
using TitleWorkflow.Application.Publicity;
using TitleWorkflow.Application.Tests.Filing;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Calendars;

public sealed class UpdateOfficialYearTests
{
    private static readonly DateOnly NewYear = new(2022, 1, 1);

    [SkippableTheory, Databases]
    public async Task A_running_window_is_counted_again_and_one_that_is_over_is_not(DatabaseProvider provider)
    {
        await using var product = await Product.WithCityAsync(provider, new DateOnly(2022, 12, 8));
        var notice = await product.PostResultAsync();
        var year = new UpdateOfficialYear.Command(2022, [NewYear, new DateOnly(2022, 12, 14)], []);

        var running = await product.SendAs("admin", year);
        var window = (await product.SendAs(Sender.Nobody, new GetPublicity.Query(notice))).Posted.Window;
        product.Clock.MoveTo(new DateOnly(2022, 12, 17));
        var over = await product.SendAs("admin", year with { Holidays = [NewYear] });

        Assert.Equal(
            [new UpdateOfficialYear.MovedNotice(notice, new DateOnly(2022, 12, 15), new DateOnly(2022, 12, 16))], running.Moved);
        Assert.Equal(new DateOnly(2022, 12, 16), window.LastDay);
        Assert.Equal(0, over.Recounted);
    }

    [Theory]
    [InlineData("2021-12-31", "2022-10-08")]
    [InlineData("2022-01-01", "2022-10-10")]
    [InlineData("2022-10-08", "2022-10-08")]
    [InlineData("2022-01-01", "2023-01-28")]
    public async Task A_notice_that_cannot_be_right_is_not_loaded(string holiday, string makeUpDay)
    {
        await using var product = await Product.WithCityAsync(DatabaseProvider.Sqlite);

        await Assert.ThrowsAsync<ValidationException>(() => product.SendAs(
            "admin", new UpdateOfficialYear.Command(2022, [DateOnly.Parse(holiday)], [DateOnly.Parse(makeUpDay)])));
    }
}
