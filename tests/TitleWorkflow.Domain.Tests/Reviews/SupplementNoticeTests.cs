using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Domain.Tests.Calendars;
using TitleWorkflow.Domain.Tests.Declarations;

namespace TitleWorkflow.Domain.Tests.Reviews;

public sealed class SupplementNoticeTests
{
    private static readonly DateTimeOffset InTime = Qingtan.Time("2022-10-09 21:00");
    private static readonly DateTimeOffset LastMinute = Qingtan.Time("2022-10-09 23:59");
    private static readonly DateTimeOffset TooLate = Qingtan.Time("2022-10-10 00:00");

    private readonly Declaration declaration = A.Declaration().PostedAtEmployer();

    [Theory]
    [InlineData("2022-09-27", "2022-10-09")]
    [InlineData("2022-10-24", "2022-10-31")]
    [InlineData("2022-09-27 23:59", "2022-10-09")]
    [InlineData("2022-09-28 00:00", "2022-10-10")]
    public void The_day_of_issue_is_not_counted(string issued, string due) =>
        Assert.Equal(Qingtan.Day(due), A.SupplementNotice(declaration, issued: issued).DueOn);

    [Fact]
    public void All_defects_are_told_at_once_and_numbered()
    {
        var notice = SupplementNotice.Issue(
            declaration.Id, null, [" 学历证书 ", "", "业绩证明"], 5, OfficialCalendar.Loaded, InTime);

        Assert.Equal([new(1, "学历证书"), new(2, "业绩证明")], notice.Items);
    }

    [Fact]
    public void A_notice_names_at_least_one_item() =>
        Refused.With(
            SupplementRules.NamesItems,
            () => SupplementNotice.Issue(declaration.Id, null, [" "], 5, OfficialCalendar.Loaded, InTime));

    [Fact]
    public void There_is_no_second_round() =>
        Refused.With(
            SupplementRules.OneRound,
            () => A.SupplementNotice(declaration, earlier: A.SupplementNotice(declaration)));

    [Fact]
    public void A_period_beyond_the_loaded_calendar_is_not_promised() =>
        Refused.With(
            CalendarRules.YearNotLoaded,
            () => SupplementNotice.Issue(
                declaration.Id, null, ["学历证书"], 5, OfficialCalendar.Of(2022), Qingtan.Time("2022-12-28")));

    [Fact]
    public void No_item_creeps_in_after_issue()
    {
        var notice = A.SupplementNotice(declaration);

        Refused.With(SupplementRules.NoCreepingItems, () => notice.Add("第五项", Qingtan.Time("2022-10-08")));

        Assert.Equal(4, notice.Items.Count);
    }

    [Fact]
    public void The_supervisor_s_recorded_reason_lets_one_item_in()
    {
        var notice = A.SupplementNotice(declaration);

        notice.AllowAddition("首次审核时档案未到", InTime);
        notice.Add("第五项", Qingtan.Time("2022-10-08"));

        Assert.Equal(new SupplementItem(5, "第五项", AddedFor: "首次审核时档案未到"), notice.Items[^1]);
        Refused.With(SupplementRules.NoCreepingItems, () => notice.Add("第六项", Qingtan.Time("2022-10-08")));
    }

    [Fact]
    public void An_added_item_says_what_is_missing()
    {
        var notice = A.SupplementNotice(declaration);
        notice.AllowAddition("首次审核时档案未到", InTime);

        Refused.With(SupplementRules.NamesItems, () => notice.Add(" ", InTime));

        Assert.NotNull(notice.AdditionAllowedFor);
    }

    [Fact]
    public void The_supervisor_s_override_has_a_reason() =>
        Refused.With(SupplementRules.OverrideReasoned, () => A.SupplementNotice(declaration).AllowAddition(" ", InTime));

    [Fact]
    public void Three_answers_to_four_items_are_not_a_supplement()
    {
        var notice = A.SupplementNotice(declaration);
        Answer(notice, 1, 2, 3);

        Refused.With(SupplementRules.EveryItemAnswered, () => notice.Complete(declaration, A.ByApplicant, InTime));

        Assert.Equal(SupplementStatus.Open, notice.Status);
    }

    [Fact]
    public void A_file_answers_an_item_as_well_as_a_statement()
    {
        var notice = A.SupplementNotice(declaration);
        Answer(notice, 1, 2, 3);
        notice.Attach(declaration, 4, "业绩.pdf", EvidenceType.Pdf, 1024, "cd34", InTime);

        notice.Complete(declaration, A.ByApplicant, LastMinute);

        Assert.Equal(SupplementStatus.Answered, notice.Status);
        Assert.Equal(HistoryAct.SupplementAnswered, declaration.History.Last().Act);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void An_empty_statement_takes_the_answer_back(string? answer)
    {
        var notice = A.SupplementNotice(declaration);
        Answer(notice, 1, 2, 3, 4);

        notice.State(2, answer, InTime);

        Refused.With(SupplementRules.EveryItemAnswered, () => notice.Complete(declaration, A.ByApplicant, InTime));
    }

    [Fact]
    public void After_twenty_four_o_clock_of_the_last_day_nothing_is_taken()
    {
        var notice = A.SupplementNotice(declaration);
        Answer(notice, 1, 2, 3, 4);
        notice.AllowAddition("首次审核时档案未到", InTime);

        Assert.All(
            new Action[]
            {
                () => notice.State(1, "有", TooLate),
                () => notice.Attach(declaration, 1, "a.pdf", EvidenceType.Pdf, 1, "ef", TooLate),
                () => notice.Add("第五项", TooLate),
                () => notice.AllowAddition("首次审核时档案未到", TooLate),
                () => notice.Complete(declaration, A.ByApplicant, TooLate),
            },
            act => Refused.With(SupplementRules.InTime, act));
    }

    [Fact]
    public void An_unanswered_notice_lapses_and_what_was_uploaded_is_kept()
    {
        var notice = A.SupplementNotice(declaration);
        notice.Attach(declaration, 1, "学历.pdf", EvidenceType.Pdf, 1024, "cd34", InTime);

        notice.Lapse(declaration, TooLate);

        Assert.Equal(SupplementStatus.Lapsed, notice.Status);
        Assert.Equal((DeclarationStatus.DeemedWithdrawn, false), (declaration.Status, declaration.IsLive));
        Assert.Contains(declaration.Evidence, e => e.Fact == SupplementNotice.Fact(1) && e.DetachedAt is null);
        Refused.With(SupplementRules.InTime, () => notice.Complete(declaration, A.ByApplicant, InTime));
    }

    [Fact]
    public void Nothing_lapses_before_its_last_day_is_over()
    {
        var notice = A.SupplementNotice(declaration);

        Refused.With(SupplementRules.LapsesUnanswered, () => notice.Lapse(declaration, LastMinute));

        Assert.Equal((SupplementStatus.Open, true), (notice.Status, declaration.IsLive));
    }

    [Fact]
    public void An_answered_notice_never_lapses()
    {
        var notice = A.SupplementNotice(declaration);
        Answer(notice, 1, 2, 3, 4);
        notice.Complete(declaration, A.ByApplicant, LastMinute);

        Refused.With(SupplementRules.LapsesUnanswered, () => notice.Lapse(declaration, TooLate));

        Assert.Equal((SupplementStatus.Answered, true), (notice.Status, declaration.IsLive));
    }

    private static void Answer(SupplementNotice notice, params int[] items)
    {
        foreach (var item in items)
        {
            notice.State(item, "已补", InTime);
        }
    }
}
