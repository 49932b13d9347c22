using TitleWorkflow.Domain.Applicants;

namespace TitleWorkflow.Domain.Tests.Applicants;

public sealed class IdentityNumberTests
{
    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("11010519491231002x", true)]
    [InlineData("440524188001010014", true)]
    [InlineData("440524188001010015", false)]
    [InlineData("110105194913310028", false)]
    [InlineData("11010519491231002", false)]
    [InlineData("11010519491231002XX", false)]
    [InlineData("1101051949123100２X", false)]
    [InlineData("", false)]
    public void A_number_has_a_date_of_birth_and_the_right_check_character(string text, bool isValid) =>
        Assert.Equal(isValid, IdentityNumber.IsValid(text));
}
