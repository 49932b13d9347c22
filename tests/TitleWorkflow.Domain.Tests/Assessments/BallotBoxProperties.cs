using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using TitleWorkflow.Domain.Assessments;

namespace TitleWorkflow.Domain.Tests.Assessments;

public sealed class BallotBoxProperties
{
    private static readonly (byte[] Public, byte[] Private) Key = BallotBox.CreateKey();

    private static readonly Arbitrary<byte[]> AnyContent =
        Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().ToArbitrary();

    private static readonly Gen<byte> AnyChoice = Gen.Choose(1, 3).Select(b => (byte)b);

    [Fact]
    public void What_was_sealed_is_what_is_opened() => Prop
        .ForAll(AnyContent, c => BallotBox.Open(Key.Private, BallotBox.Seal(Key.Public, c)).SequenceEqual(c))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Seals_of_choices_are_equally_long_and_never_equal() => Prop
        .ForAll((from one in AnyChoice from other in AnyChoice select (one, other)).ToArbitrary(), c =>
        {
            var one = BallotBox.Seal(Key.Public, [c.one]);
            var other = BallotBox.Seal(Key.Public, [c.other]);
            return one.Length == other.Length && !one.SequenceEqual(other);
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void An_altered_seal_does_not_open() => Prop
        .ForAll(
            (from at in Gen.Choose(0, 93) from flip in Gen.Choose(1, 255) select (at, flip: (byte)flip)).ToArbitrary(),
            x =>
            {
                var seal = BallotBox.Seal(Key.Public, [1]);
                seal[x.at] ^= x.flip;
                return Assert.ThrowsAny<CryptographicException>(() => BallotBox.Open(Key.Private, seal)) is not null;
            })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_seal_opens_with_its_own_key_only() =>
        Assert.ThrowsAny<CryptographicException>(() =>
            BallotBox.Open(BallotBox.CreateKey().PrivateKey, BallotBox.Seal(Key.Public, [1])));
}
