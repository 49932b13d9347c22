using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using TitleWorkflow.Domain.Assessments;

namespace TitleWorkflow.Domain.Tests.Assessments;

public sealed class TallyProperties
{
    private static readonly Ratio TwoThirds = new(2, 3);

    private static readonly Arbitrary<(int Part, int Whole)> AnyShare =
        (from whole in Gen.Choose(1, 500) from part in Gen.Choose(0, whole) select (part, whole)).ToArbitrary();

    // Unknown choices included: what a sealed ballot holds is one byte.
    private static readonly Gen<BallotChoice> AnyChoice = Gen.Choose(0, 4).Select(c => (BallotChoice)c);

    private static readonly Arbitrary<(BallotChoice[] Ballots, int Present)> AnyBox =
        (from ballots in AnyChoice.ArrayOf() from silent in Gen.Choose(0, 5) select (ballots, ballots.Length + silent))
        .ToArbitrary();

    [Fact]
    public void A_quorum_is_two_thirds_as_fractions_compare() => Prop
        .ForAll(AnyShare, s => Tally.IsQuorum(s.Part, s.Whole) == (new Ratio(s.Part, s.Whole) >= TwoThirds))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_pass_is_two_thirds_as_fractions_compare() => Prop
        .ForAll(AnyShare, s =>
            new Tally(s.Part, s.Whole - s.Part, 0, 0).Passes == (new Ratio(s.Part, s.Whole) >= TwoThirds))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_fewest_that_suffice_suffice_and_one_fewer_does_not() => Prop
        .ForAll(Gen.Choose(1, 500).ToArbitrary(), n =>
            Tally.QuorumOf(n) == Fewest(n) && Tally.YesNeeded(n) == Fewest(n))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_tally_adds_up_to_those_present() => Prop
        .ForAll(AnyBox, b =>
        {
            var tally = Tally.Count(b.Ballots, b.Present);
            return tally.Yes + tally.No + tally.Abstain + tally.Invalid == b.Present && tally.Present == b.Present;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_tally_ignores_the_order_of_ballots() => Prop
        .ForAll(
            (from box in AnyBox.Generator from shuffled in Gen.Shuffle(box.Ballots) select (box, shuffled))
            .ToArbitrary(),
            x => Tally.Count(x.box.Ballots, x.box.Present) == Tally.Count(x.shuffled, x.box.Present))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void One_more_yes_never_turns_a_pass_into_a_failure() => Prop
        .ForAll(AnyBox, b =>
            !Tally.Count(b.Ballots, b.Present + 1).Passes
            || Tally.Count([.. b.Ballots, BallotChoice.Yes], b.Present + 1).Passes)
        .QuickCheckThrowOnFailure();

    private static int Fewest(int whole) => Enumerable.Range(0, whole + 1).First(p => new Ratio(p, whole) >= TwoThirds);

    /// <summary>A fraction of whole numbers, compared after reducing both to their common denominator.</summary>
    private readonly record struct Ratio(int Part, int Whole)
    {
        public static bool operator >=(Ratio left, Ratio right) => left.Over(right) >= right.Over(left);

        public static bool operator <=(Ratio left, Ratio right) => right >= left;

        private BigInteger Over(Ratio other) =>
            Part * (BigInteger)other.Whole / BigInteger.GreatestCommonDivisor(Whole, other.Whole);
    }
}
