using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Assessments;

public sealed class CodeHolderTests
{
    private static readonly (CodeHolder Holder, string Code) Drawn = CodeHolder.Draw(PersonId.New());

    [Fact]
    public void A_code_has_three_groups_without_look_alikes() =>
        Assert.Matches("^([2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}$", Drawn.Code);

    [Fact]
    public void A_code_typed_in_lower_case_without_dashes_unlocks() =>
        Assert.NotNull(Drawn.Holder.Unlock($" {string.Join(' ', Drawn.Code.Split('-'))} ".ToLowerInvariant()));

    [Theory]
    [InlineData("")]
    [InlineData("AAAA-AAAA-AAAA")]
    [InlineData("密码")]
    public void A_wrong_code_unlocks_nothing(string code) => Assert.Null(Drawn.Holder.Unlock(code));
}
