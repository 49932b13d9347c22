using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Nominations;

public sealed class SignatureKeyTests
{
    private static readonly byte[] Letter = "举荐书\n"u8.ToArray();

    [Fact]
    public void Only_its_password_opens_a_key()
    {
        var key = Create();

        Assert.True(key.IsOpenedBy("青檀"));
        Assert.False(key.IsOpenedBy("青坛"));
        Assert.Null(key.Sign("青坛", Letter));
    }

    [Fact]
    public void A_changed_letter_or_signature_shows()
    {
        var key = Create();
        var signature = key.Sign("青檀", Letter)!;

        Assert.True(key.Signed(Letter, signature));
        Assert.False(key.Signed("举荐書\n"u8.ToArray(), signature));
        Assert.False(Create().Signed(Letter, signature));
    }

    [Fact]
    public void A_retired_key_still_verifies_what_it_signed()
    {
        var key = Create();
        var signature = key.Sign("青檀", Letter)!;
        key.Retire(Qingtan.Time("2022-11-01"));

        Assert.True(key.Signed(Letter, signature));
        Assert.Equal(Qingtan.Time("2022-11-01"), key.RetiredAt);
    }

    private static SignatureKey Create() => SignatureKey.Create(PersonId.New(), "青檀", 10, Qingtan.Time("2022-10-01"));
}
