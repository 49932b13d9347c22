using TitleWorkflow.Web.Tests.Texts;

namespace TitleWorkflow.Web.Tests.Architecture;

public sealed class RuleTests
{
    [Fact]
    public void Every_rule_says_where_it_is_written() =>
        Assert.Empty(House.Rules.Where(r => string.IsNullOrEmpty(r.Rule.Source.Document)).Select(r => r.Name));

    [Fact]
    public void Every_rule_has_an_address_of_its_own()
    {
        Assert.Empty(House.Rules.GroupBy(r => r.Rule.Code).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.DoesNotContain(House.Rules.Select(r => r.Rule.Code), c => c.Split('.').Length != 2 || c.Any(char.IsUpper));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_rule_is_said_in_the_language(string language)
    {
        var texts = TextFiles.In(language);

        Assert.DoesNotContain(House.Rules.Select(r => "rules." + r.Rule.Code), key => !texts.ContainsKey(key));
    }

    [Fact]
    public void Every_rule_is_required_somewhere()
    {
        var source = string.Concat(House.Files("src", ".cs").Select(House.Read));

        Assert.DoesNotContain(House.Rules.Select(r => r.Name), name => !source.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_is_named_by_a_test()
    {
        var tests = string.Concat(House.Files("tests", ".cs").Select(House.Read));

        Assert.Empty(House.Rules
            .Where(r => !tests.Contains(r.Name, StringComparison.Ordinal) && !tests.Contains($"\"{r.Rule.Code}\"", StringComparison.Ordinal))
            .Select(r => r.Name));
    }
}
