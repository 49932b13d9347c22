using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Committees;

public sealed class ReviewCommitteeTests
{
    [Theory]
    [InlineData("2022-07-19", "2025-07-18", true)]
    [InlineData("2022-07-19", "2025-07-19", false)]
    [InlineData("2022-07-01", "2025-06-30", true)]
    [InlineData("2022-07-19", "2022-07-19", true)]
    [InlineData("2022-07-19", "2022-07-18", false)]
    public void An_authorisation_lasts_three_years_last_day_included(string from, string to, bool lawful)
    {
        if (lawful)
        {
            Assert.True(A.Committee(from: from, to: to).IsAuthorizedOn(Qingtan.Day(to)));
        }
        else
        {
            Refused.With(CommitteeRules.Authorized, () => A.Committee(from: from, to: to));
        }
    }

    [Theory]
    [InlineData("2022-07-18", false)]
    [InlineData("2022-07-19", true)]
    [InlineData("2025-07-18", true)]
    [InlineData("2025-07-19", false)]
    public void An_authorisation_covers_its_first_and_last_day(string day, bool covered) =>
        Assert.Equal(covered, A.Committee().IsAuthorizedOn(Qingtan.Day(day)));

    [Theory]
    [InlineData(TitleLevel.FullSenior, 11)]
    [InlineData(TitleLevel.DeputySenior, 11)]
    [InlineData(TitleLevel.DeputySenior, 13)]
    [InlineData(TitleLevel.Intermediate, 7)]
    [InlineData(TitleLevel.Assistant, 7)]
    public void An_odd_committee_of_enough_members_is_seated(TitleLevel level, int size)
    {
        var committee = A.Committee(level);

        committee.Appoint(A.Seats(size));

        Assert.Equal(size, committee.Size);
    }

    [Theory]
    [InlineData(TitleLevel.DeputySenior, 9)]
    [InlineData(TitleLevel.FullSenior, 7)]
    [InlineData(TitleLevel.Intermediate, 5)]
    public void A_committee_is_large_enough_for_its_level(TitleLevel level, int size) =>
        Refused.With(CommitteeRules.LargeEnough, () => A.Committee(level).Appoint(A.Seats(size)));

    [Theory]
    [InlineData(TitleLevel.DeputySenior, 12)]
    [InlineData(TitleLevel.Intermediate, 8)]
    public void A_committee_is_odd(TitleLevel level, int size) =>
        Refused.With(CommitteeRules.Odd, () => A.Committee(level).Appoint(A.Seats(size)));

    [Fact]
    public void Alternates_do_not_count()
    {
        var committee = A.Committee();
        var alternate = new CommitteeSeat(PersonId.New(), CommitteePosition.Alternate);

        committee.Appoint([alternate, .. A.Seats(13)]);

        Assert.Equal((13, alternate), (committee.Size, committee.Seats[^1]));
    }

    [Fact]
    public void A_committee_has_one_director()
    {
        var seats = A.Seats(11);

        Refused.With(
            CommitteeRules.OneDirector,
            () => A.Committee().Appoint([seats[0] with { Position = CommitteePosition.Member }, .. seats.Skip(1)]));
        Refused.With(
            CommitteeRules.OneDirector,
            () => A.Committee().Appoint(
                [.. seats.SkipLast(1), seats[^1] with { Position = CommitteePosition.Director }]));
    }

    [Fact]
    public void Nobody_has_two_seats()
    {
        var seats = A.Seats(11);

        Refused.With(
            CommitteeRules.OneDirector,
            () => A.Committee().Appoint([.. seats.SkipLast(1), seats[^1] with { Person = seats[0].Person }]));
    }

    [Fact]
    public void Every_broken_rule_is_named_and_nobody_seated()
    {
        var committee = A.Committee();

        Refused.With(
            [CommitteeRules.Odd, CommitteeRules.LargeEnough, CommitteeRules.OneDirector], () => committee.Appoint([]));

        Assert.Empty(committee.Seats);
    }

    [Theory]
    [InlineData("2025-06-01", "2025-06-30", true)]
    [InlineData("2025-07-10", "2025-07-31", true)]
    [InlineData("2025-07-19", "2025-07-31", true)]
    [InlineData("2025-07-18", "2026-07-18", true)]
    [InlineData("2022-07-18", "2022-07-20", false)]
    [InlineData("2028-07-18", "2028-07-19", false)]
    public void A_renewed_committee_keeps_the_days_it_had(string from, string to, bool authorised)
    {
        var committee = A.Committee();
        committee.Renew(new CommitteeAuthorization("青人社核〔2025〕3号", Qingtan.Day("2025-07-19"), Qingtan.Day("2028-07-18")));

        Assert.Equal(authorised, committee.IsAuthorizedThrough(Qingtan.Day(from), Qingtan.Day(to)));
    }

    [Fact]
    public void A_renewal_runs_three_years_at_most() => Refused.With(
        CommitteeRules.Authorized,
        () => A.Committee().Renew(new CommitteeAuthorization("1", Qingtan.Day("2025-07-19"), Qingtan.Day("2028-07-19"))));
}
