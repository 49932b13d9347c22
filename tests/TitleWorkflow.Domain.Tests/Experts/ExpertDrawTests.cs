using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Experts;

public sealed class ExpertDrawTests
{
    private static readonly DateTimeOffset Now = Qingtan.Time("2022-12-01");

    [Theory]
    [InlineData(12)]
    [InlineData(9)]
    public void An_even_or_too_small_senior_committee_is_not_drawn(int size) =>
        Refused.With(size % 2 == 0 ? CommitteeRules.Odd : CommitteeRules.LargeEnough, () => Freeze(size));

    [Fact]
    public void A_thirteen_of_sixty_six_has_four_from_enterprises_and_nine_others()
    {
        var draw = Drawn();

        Assert.Equal((13, 4), (draw.Seats.Count(s => s.IsMember), draw.Seats.Count(s => !s.IsMember)));
        Assert.Equal(4, FromEnterprise(draw));
    }

    [Theory]
    [InlineData(10, 6, 30, 0, DrawConstraint.Pool, 1)]
    [InlineData(3, 46, 30, 0, DrawConstraint.EnterpriseShare, 3)]
    [InlineData(20, 46, 30, 0, null, 0)]
    public void A_draw_that_cannot_be_held_says_what_binds_and_by_how_many(
        int enterprise, int other, int share, int outside, DrawConstraint? constraint, int missing)
    {
        var shortage = DrawAlgorithm.Shortage(DrawPools.Of(enterprise, other), Policy(13, share, outside));

        Assert.Equal((constraint, missing), (shortage?.Constraint, shortage?.Missing ?? 0));
    }

    [Fact]
    public void Every_constraint_refuses_by_its_rule()
    {
        var oneEmployer = DrawPools.Pool(Enumerable.Range(0, 40).Select(i => new DrawCandidate(PersonId.New(), true, true, "一家")));
        var inside = DrawPools.Pool(Enumerable.Range(0, 40).Select(i => new DrawCandidate(PersonId.New(), true, i < 2, $"单位{i}")));

        Refused.With(DrawRules.PoolLargeEnough, () => Freeze(13, DrawPools.Of(10, 6)));
        Refused.With(DrawRules.EnterpriseShareMet, () => Freeze(13, DrawPools.Of(3, 46)));
        Refused.With(DrawRules.EmployersSpread, () => Freeze(13, oneEmployer));
        Refused.With(DrawRules.OutsideShareMet, () => Freeze(13, inside));
    }

    [Fact]
    public void A_draw_needs_every_input_and_is_drawn_once()
    {
        var draw = Freeze(13);

        Refused.With(DrawRules.InputsComplete, () => Draw(draw, "826"));
        Refused.With(DrawRules.InputsComplete, () => Draw(draw, "826", " "));
        Refused.With(DrawRules.PlainTexts, () => Draw(draw, "826", "e\u0301"));
        Draw(draw, "826", "41");
        Refused.With(DrawRules.DrawnOnce, () => Draw(draw, "826", "42"));
    }

    [Fact]
    public void A_further_round_has_a_reason_and_another_result()
    {
        var pool = DrawPools.Of(20, 46);

        Refused.With(DrawRules.NewRoundReasoned, () => Freeze(13, pool, round: 2));
        var (first, second) = (Freeze(13, pool), Freeze(13, pool, round: 2, reason: "候补用尽"));
        Draw(first, "826", "41");
        Draw(second, "826", "41");
        Assert.NotEqual(first.Seed, second.Seed);
    }

    [Fact]
    public void Who_declines_is_replaced_by_the_first_alternate_that_keeps_the_enterprise_share()
    {
        var draw = Drawn();
        var enterprise = Of(draw, enterprise: true).First(s => s.IsMember);
        var firstFit = Of(draw, enterprise: true).First(s => !s.IsMember);

        Assert.Equal(firstFit.Expert, draw.Answer(enterprise.Expert, false, Now));
        draw.Answer(Of(draw, enterprise: false).First(s => s.IsMember).Expert, false, Now);

        Assert.Equal((13, 2), (draw.Seats.Count(s => s.IsMember), draw.Seats.Count(s => s.Status == DrawSeatStatus.Waiting)));
        Assert.True(FromEnterprise(draw) >= 4);
    }

    [Fact]
    public void Only_the_invited_answer_and_silence_is_replaced_after_the_last_day()
    {
        var draw = Drawn();
        var member = draw.Seats.First();
        draw.Answer(member.Expert, true, Now);

        Refused.With(DrawRules.DrawnFirst, () => Freeze(13).Answer(member.Expert, true, Now));
        Refused.With(DrawRules.InvitedAnswers, () => draw.Answer(member.Expert, true, Now));
        Refused.With(DrawRules.InvitedAnswers, () => draw.Answer(draw.Seats.Last().Expert, true, Now));
        Refused.With(DrawRules.AnswerTimeOver, () => draw.ReplaceUnanswered(Qingtan.Day("2022-12-05"), Now));

        // Whoever cannot be called without leaving too few from enterprises goes on waiting.
        var called = draw.ReplaceUnanswered(Qingtan.Day("2022-12-05"), Qingtan.Time("2022-12-04"));
        Assert.Equal(4, called.Count + draw.Seats.Count(s => s.Status == DrawSeatStatus.Waiting));
        Assert.Equal(12, draw.Seats.Count(s => s.Status == DrawSeatStatus.Unanswered));
    }

    [Fact]
    public void A_flow_goes_on_when_one_round_has_come_to_a_seated_committee()
    {
        Refused.With(DrawRules.SeatedFirst, () => ExpertDraw.RequireSeated([]));
        Refused.With(DrawRules.SeatedFirst, () => ExpertDraw.RequireSeated([ExpertDrawStatus.Frozen, ExpertDrawStatus.Drawn]));

        ExpertDraw.RequireSeated([ExpertDrawStatus.Drawn, ExpertDrawStatus.Seated]);
    }

    [Fact]
    public void The_committee_is_seated_when_all_have_confirmed_and_the_names_are_released()
    {
        var draw = Drawn();
        var (director, deputy) = (draw.Seats.First().Expert, draw.Seats.ElementAt(1).Expert);

        Refused.With(DrawRules.SealedUntilRelease, () => draw.Seat(director, [deputy], Qingtan.Time("2022-12-05 08:59")));
        Refused.With(DrawRules.AllConfirmed, () => draw.Seat(director, [deputy], Qingtan.Time("2022-12-05 09:00")));
        draw.Seats.Where(s => s.IsMember).ToList().ForEach(s => draw.Answer(s.Expert, true, Now));
        Refused.With(CommitteeRules.OneDirector, () => draw.Seat(PersonId.New(), [], Qingtan.Time("2022-12-05 09:00")));
        var seats = draw.Seat(director, [deputy], Qingtan.Time("2022-12-05 09:00"));

        Assert.Equal((17, 13), (seats.Count, seats.Count(s => s.Position != CommitteePosition.Alternate)));
    }

    private static DrawPolicy Policy(int size, int share = 30, int outside = 10) => new(size, 4, share, outside, 2, DrawPools.Inputs);

    private static ExpertDraw Freeze(int size, DrawPool? pool = null, int round = 1, string? reason = null) => ExpertDraw.Freeze(
        new DrawOccasion(default, OrganisationId.New(), TitleLevel.DeputySenior, Qingtan.Day("2022-12-06"), 24),
        pool ?? DrawPools.Of(20, 46), Policy(size), round, reason, Now);

    private static void Draw(ExpertDraw draw, params string[] values) =>
        draw.Draw(values, PersonId.New(), Qingtan.Day("2022-12-03"), Now);

    private static ExpertDraw Drawn()
    {
        var draw = Freeze(13);
        Draw(draw, "826", "41");
        return draw;
    }

    private static IEnumerable<DrawSeat> Of(ExpertDraw draw, bool enterprise)
    {
        var fromEnterprise = draw.Candidates.Where(c => c.FromEnterprise).Select(c => c.Expert).ToHashSet();
        return draw.Seats.Where(s => fromEnterprise.Contains(s.Expert) == enterprise).OrderBy(s => s.Order);
    }

    private static int FromEnterprise(ExpertDraw draw) => Of(draw, enterprise: true).Count(s => s.IsMember);
}
