using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Tests.Calendars;

namespace TitleWorkflow.Domain.Tests.Experts;

public sealed class ExpertTests
{
    private static readonly DateTimeOffset Posted = Qingtan.Time("2022-07-11");
    private static readonly DateTimeOffset Over = Qingtan.Time("2022-07-19 00:00");

    [Theory]
    [InlineData("2022-07-19", "2025-07-18", true)]
    [InlineData("2022-07-19", "2025-07-19", false)]
    [InlineData("2022-07-19", "2022-07-18", false)]
    public void A_term_lasts_three_years_last_day_included(string from, string to, bool lawful)
    {
        if (lawful)
        {
            Assert.Equal(Qingtan.Day(to), Member(from, to).TermTo);
        }
        else
        {
            Refused.With(ExpertRules.TermAtMostThreeYears, () => Member(from, to));
        }
    }

    [Theory]
    [InlineData("2022-07-18", ExpertState.Appointed)]
    [InlineData("2022-07-19", ExpertState.Active)]
    [InlineData("2025-07-18", ExpertState.Active)]
    [InlineData("2025-07-19", ExpertState.Expired)]
    public void An_expert_serves_from_the_first_to_the_last_day(string day, ExpertState state)
    {
        Assert.Equal(state, Member().StateOn(Qingtan.Day(day)));
        Assert.Equal(state == ExpertState.Active, Member().ServesOn(Qingtan.Day(day)));
    }

    [Fact]
    public void A_nominated_expert_holds_a_title_of_the_level_reviewed()
    {
        Refused.With(ExpertRules.MatchingTitle, () => Nominated(TitleLevel.Intermediate));
        Refused.With(ExpertRules.MatchingTitle, () => Nominated(committee: null));
        Assert.Equal(ExpertState.Nominated, Nominated().State);
    }

    [Fact]
    public void Steps_follow_each_other_and_refusals_say_why()
    {
        var expert = Nominated();

        Refused.With(ExpertRules.StepsInOrder, () => Post(expert));
        Refused.With(ExpertRules.ReasonGiven, () => expert.Screen(false, " ", "温以宁", Posted));
        expert.Screen(false, "证书不符", "温以宁", Posted);
        Refused.With(ExpertRules.StepsInOrder, () => expert.Screen(true, null, "温以宁", Posted));
        Assert.Equal(ExpertState.Rejected, expert.State);
    }

    [Fact]
    public void Who_was_not_taken_may_be_nominated_again_with_the_history_kept()
    {
        var expert = Nominated();
        Refused.With(ExpertRules.StepsInOrder, () => Again(expert));
        expert.Screen(false, "证书不符", "温以宁", Posted);

        Again(expert);

        Assert.Equal([ExpertAct.Nominated, ExpertAct.Rejected, ExpertAct.Nominated], expert.History.Select(h => h.Act));
    }

    [Fact]
    public void Every_nomination_is_a_road_of_its_own_and_every_act_on_it_is_told()
    {
        var expert = Nominated();
        var first = expert.Nomination!.Value;
        expert.Screen(false, "证书不符", "温以宁", Posted);

        Again(expert);

        var second = expert.Nomination!.Value;
        Assert.NotEqual(first, second);
        Assert.False(expert.Has(ExpertAct.Rejected));
        Assert.Equal(
            [
                new ExpertNominated(first, expert.Person), new ExpertMoved(first, expert.Person, ExpertAct.Rejected),
                new ExpertNominated(second, expert.Person),
            ],
            expert.TakeEvents());
        Assert.Null(Member().Nomination);
    }

    [Fact]
    public void Candidates_are_posted_for_five_working_days()
    {
        var expert = Nominated();
        expert.Screen(true, null, "温以宁", Posted);

        Refused.With(ExpertRules.PublicityFiveDays, () => Post(expert, days: 4));
        Post(expert);
        Assert.Equal(Qingtan.Day("2022-07-18"), expert.PostedTo);
    }

    [Fact]
    public void Nobody_is_appointed_before_publicity_is_over_objections_are_decided_and_consent_is_given()
    {
        var expert = Candidate();
        expert.Object("署名存疑", "温以宁", Posted);

        Refused.With(ExpertRules.PublicityOverFirst, () => Appoint(expert, Over));
        expert.DecideObjection(1, false, "不实", "沈砚秋", Posted);
        Refused.With(ExpertRules.PublicityOverFirst, () => Appoint(expert, Over.AddSeconds(-1)));
        Refused.With(ExpertRules.ConsentGiven, () => Appoint(expert, Over));
        expert.AnswerNomination(true, "本人", Posted);
        Refused.With(ExpertRules.StepsInOrder, () => expert.AnswerNomination(false, "本人", Posted));
        Appoint(expert, Over);

        Assert.Equal(ExpertState.Active, expert.StateOn(Qingtan.Day("2022-07-19")));
    }

    [Fact]
    public void An_upheld_objection_and_a_refusal_end_the_candidacy()
    {
        var (objected, declining) = (Candidate(), Candidate());

        objected.Object("署名存疑", "温以宁", Posted);
        objected.DecideObjection(1, true, "属实", "沈砚秋", Posted);
        declining.AnswerNomination(false, "本人", Posted);

        Assert.Equal((ExpertState.Rejected, ExpertState.Declined), (objected.State, declining.State));
        Refused.With(ExpertRules.ObjectsInTime, () => Candidate().Object("署名存疑", "温以宁", Over));
    }

    [Fact]
    public void A_suspended_expert_does_not_serve_until_resumed()
    {
        var (expert, day) = (Member(), Qingtan.Day("2023-01-10"));

        Refused.With(ExpertRules.ReasonGiven, () => expert.Suspend("", "沈砚秋", Posted));
        expert.Suspend("被投诉，核查中", "沈砚秋", Posted);
        Assert.False(expert.ServesOn(day));
        expert.Resume("核查不实", "沈砚秋", Posted);
        Assert.True(expert.ServesOn(day));
        expert.Remove("退休", "沈砚秋", Posted);
        Assert.Equal(ExpertState.Removed, expert.StateOn(day));
    }

    [Fact]
    public void A_term_is_renewed_after_an_evaluation_of_that_term()
    {
        var expert = Member();

        Refused.With(ExpertRules.EvaluatedFirst, () => Renew(expert));
        expert.Evaluate("出席 5/5，意见合格", "沈砚秋", Posted);
        Renew(expert);
        Refused.With(ExpertRules.EvaluatedFirst, () => Renew(expert));
        Assert.Equal(Qingtan.Day("2028-07-18"), expert.TermTo);
    }

    [Fact]
    public void A_training_is_kept_with_what_was_taught()
    {
        var expert = Member();

        Refused.With(ExpertRules.ReasonGiven, () => expert.Train(" ", "沈砚秋", Posted));
        expert.Train("2022 年评审纪律培训，8 学时", "沈砚秋", Posted);
        Assert.Equal((ExpertAct.Trained, "2022 年评审纪律培训，8 学时"), (expert.History[^1].Act, expert.History[^1].Note));
        expert.Remove("退休", "沈砚秋", Posted);
        Refused.With(ExpertRules.StepsInOrder, () => expert.Train("2023 年培训", "沈砚秋", Posted));
    }

    [Theory]
    [InlineData("2022 2022", true)]
    [InlineData("2022", false)]
    [InlineData("2019 2020 2021", true)]
    [InlineData("2018 2020 2021", false)]
    public void Too_many_meetings_or_years_in_a_row_are_too_much(string served, bool overloaded)
    {
        var expert = Member();
        Array.ForEach(served.Split(' '), year => expert.CountMeeting(int.Parse(year)));

        Assert.Equal(overloaded, expert.IsOverloadedOn(Qingtan.Day("2022-12-06"), meetingsPerYear: 2, consecutiveYears: 3));
    }

    private static Expert Member(string from = "2022-07-19", string to = "2025-07-18") => new(
        PersonId.New(), OrganisationId.New(), TitleSeries.Engineering, "机械", TitleLevel.DeputySenior, true,
        Qingtan.Day(from), Qingtan.Day(to));

    private static Expert Nominated(
        TitleLevel level = TitleLevel.DeputySenior, TitleLevel? committee = TitleLevel.DeputySenior) => Expert.Nominate(
        PersonId.New(), OrganisationId.New(), A.Employer, Fields(level), committee, "乔映川", Posted);

    private static void Again(Expert expert) =>
        expert.NominateAgain(A.Employer, Fields(TitleLevel.FullSenior), TitleLevel.DeputySenior, "乔映川", Posted);

    private static ExpertFields Fields(TitleLevel level) => new(TitleSeries.Engineering, "机械", level, ["智能制造"]);

    private static Expert Candidate()
    {
        var expert = Nominated();
        expert.Screen(true, null, "温以宁", Posted);
        Post(expert);
        return expert;
    }

    private static void Post(Expert expert, int days = 5) =>
        expert.Post(OfficialCalendar.Loaded.Window(Qingtan.Day("2022-07-11"), days), "温以宁", Posted);

    private static void Appoint(Expert expert, DateTimeOffset now) =>
        expert.Appoint(Qingtan.Day("2022-07-19"), Qingtan.Day("2025-07-18"), "沈砚秋", now);

    private static void Renew(Expert expert) =>
        expert.Renew(Qingtan.Day("2025-07-19"), Qingtan.Day("2028-07-18"), "沈砚秋", Posted);
}
