using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Domain.Tests.Calendars;

namespace TitleWorkflow.Domain.Tests.Publicity;

public sealed class PublicityNoticeTests
{
    // A calendar that knows the holidays of October 2022 and forgot the make-up days.
    private static readonly WorkingCalendar Incomplete = new(
        [new OfficialYear(2022, OfficialCalendar.Years[0].Holidays, [])]);

    [Theory]
    [InlineData("2022-10-12", CountMode.ExcludeStartDay, "2022-10-19")]
    [InlineData("2022-10-12 23:59", CountMode.ExcludeStartDay, "2022-10-19")]
    [InlineData("2022-10-13 00:00", CountMode.ExcludeStartDay, "2022-10-20")]
    [InlineData("2022-12-08", CountMode.ExcludeStartDay, "2022-12-15")]
    [InlineData("2022-09-29", CountMode.IncludeStartDay, "2022-10-10")]
    [InlineData("2023-01-17", CountMode.ExcludeStartDay, "2023-01-29")]
    public void A_name_is_posted_for_five_working_days(string posted, CountMode mode, string lastDay)
    {
        var notice = Post(posted, mode: mode);

        Assert.Equal((5, Qingtan.Day(lastDay)), (notice.Days.Count, notice.LastDay));
        Assert.Equal(notice.LastDay.AddDays(1).StartsAt(), notice.EndsAt);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(0)]
    public void Fewer_than_five_working_days_are_refused(int workingDays) =>
        Refused.With(PublicityRules.AtLeastFiveDays, () => Post("2022-10-12", workingDays));

    [Fact]
    public void A_notice_into_a_year_without_holiday_notice_is_not_posted() =>
        Refused.With(CalendarRules.YearNotLoaded, () => Post("2022-12-28", calendar: OfficialCalendar.Of(2022)));

    [Fact]
    public void A_notice_ends_when_its_last_day_is_over_and_not_before()
    {
        var notice = Post("2022-12-08");

        Refused.With(PublicityRules.NotOverYet, () => notice.End(Qingtan.Time("2022-12-15 23:59")));
        notice.End(Qingtan.Time("2022-12-16 00:00"));

        Assert.Equal(PublicityStatus.Ended, notice.Status);
        Assert.Equal(Qingtan.Time("2022-12-16 00:00"), notice.ClosedAt);
    }

    [Fact]
    public void A_changed_calendar_counts_a_running_notice_again()
    {
        var notice = Post("2022-09-29", calendar: Incomplete);

        var moved = notice.Recount(OfficialCalendar.Loaded);

        Assert.True(moved);
        Assert.Equal(Qingtan.Day("2022-10-11"), notice.LastDay);
        Assert.False(notice.Recount(OfficialCalendar.Loaded));
    }

    [Fact]
    public void A_changed_calendar_leaves_closed_notices_alone()
    {
        var ended = Post("2022-09-29", calendar: Incomplete);
        ended.End(Qingtan.Time("2022-10-14"));
        var takenDown = Post("2022-09-29", calendar: Incomplete);
        takenDown.TakeDown(Qingtan.Time("2022-09-30"));

        Assert.All([ended, takenDown], notice =>
        {
            Assert.False(notice.Recount(OfficialCalendar.Loaded));
            Assert.Equal(Qingtan.Day("2022-10-13"), notice.LastDay);
        });
    }

    [Fact]
    public void A_notice_that_was_taken_down_never_ends_as_clean()
    {
        var notice = Post("2022-12-08");
        notice.TakeDown(Qingtan.Time("2022-12-12"));

        notice.End(Qingtan.Time("2022-12-16"));

        Assert.Equal((PublicityStatus.TakenDown, Qingtan.Time("2022-12-12")), (notice.Status, notice.ClosedAt));
    }

    [Fact]
    public void An_ended_notice_keeps_the_instant_it_ended()
    {
        var notice = Post("2022-12-08");
        notice.End(Qingtan.Time("2022-12-16"));

        notice.End(Qingtan.Time("2022-12-17"));
        notice.TakeDown(Qingtan.Time("2022-12-18"));

        Assert.Equal((PublicityStatus.Ended, Qingtan.Time("2022-12-16")), (notice.Status, notice.ClosedAt));
    }

    [Fact]
    public void The_proof_of_posting_binds_what_was_posted_and_when()
    {
        var declaration = DeclarationId.New();

        var posted = Post("2022-12-08", of: declaration).ContentHash;

        Assert.Equal(posted, Post("2022-12-08", of: declaration).ContentHash);
        Assert.NotEqual(posted, Post("2022-12-09", of: declaration).ContentHash);
        Assert.NotEqual(posted, Post("2022-12-08", of: DeclarationId.New()).ContentHash);
        Assert.Matches("^[0-9a-f]{64}$", posted);
    }

    [Fact]
    public void A_notice_says_nothing_of_identity_numbers_scores_votes_or_experts() =>
        Assert.Equal(
            ["Name", "Employer", "Series", "Specialty", "Level", "Channel"],
            typeof(PublicityEntry).GetProperties().Select(p => p.Name));

    private static PublicityNotice Post(
        string posted,
        int workingDays = 5,
        CountMode mode = CountMode.ExcludeStartDay,
        WorkingCalendar? calendar = null,
        DeclarationId of = default) => PublicityNotice.Post(
        PublicityKind.Result,
        of,
        OrganisationId.New(),
        new PublicityEntry(
            "方知遥", "远岫自动化", TitleSeries.Engineering, "机械", TitleLevel.DeputySenior, Channel.Standard),
        workingDays,
        mode,
        calendar ?? OfficialCalendar.Loaded,
        Qingtan.Time(posted));
}
