namespace TitleWorkflow.Domain.Tests.Organisations;

public sealed class PersonTests
{
    [Theory]
    [InlineData("方知遥", "方**")]
    [InlineData("岑霁", "岑*")]
    [InlineData("方", "方")]
    [InlineData("", "")]
    [InlineData("欧阳若水", "欧***")]
    [InlineData("古丽·买买提", "古*****")]
    [InlineData("\U00020BB7野", "\U00020BB7*")]
    [InlineData("王\U00020C9C", "王*")]
    [InlineData("\U0002A700\U0003106C\U000233B4", "\U0002A700**")]
    public void A_masked_name_shows_the_first_character_and_counts_rare_ones_once(string name, string masked) =>
        Assert.Equal(masked, A.Person(name).MaskedName);

    [Theory]
    [InlineData("370499198803121234", "370499**********34")]
    [InlineData("37049919880312123X", "370499**********3X")]
    public void A_masked_number_shows_six_and_two(string number, string masked) =>
        Assert.Equal(masked, A.Person("方知遥", number).MaskedIdNumber);
}
