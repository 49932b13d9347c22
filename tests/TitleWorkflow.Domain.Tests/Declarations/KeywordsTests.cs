using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.Tests.Declarations;

public sealed class KeywordsTests
{
    [Theory]
    [InlineData("阀门、密封材料", "阀门|密封材料")]
    [InlineData(" 阀门 ，密封；阀门", "阀门|密封")]
    [InlineData("一、二、三、四、五、六", "一|二|三|四|五")]
    [InlineData("", "机械工程")]
    public void A_dossier_names_five_at_most_and_its_specialty_where_it_names_none(string typed, string expected) =>
        Assert.Equal(
            expected.Split('|'),
            Keywords.Of(new Dictionary<string, Dictionary<string, string>> { ["basic"] = new() { ["keywords"] = typed } }, "机械工程"));

    [Theory]
    [InlineData("高温阀门", "阀门", true)]
    [InlineData("阀门", "高温阀门", true)]
    [InlineData("PLC 编程", "plc", true)]
    [InlineData("阀门", "水泵", false)]
    [InlineData("机械", "机", false)]
    public void One_within_the_other_is_one_field(string one, string other, bool meet) => Assert.Equal(meet, Keywords.Meet(one, other));
}
