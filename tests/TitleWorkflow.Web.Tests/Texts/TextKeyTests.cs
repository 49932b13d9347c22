using System.Text.RegularExpressions;
using TitleWorkflow.Application;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Web.Tests.Texts;

public sealed partial class TextKeyTests
{
    private static readonly IReadOnlyList<Rule> Rules =
        new[] { typeof(Rule).Assembly, typeof(NotFoundException).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields().Where(f => f.IsStatic && f.FieldType == typeof(Rule)))
            .Select(field => (Rule)field.GetValue(null)!)
            .ToList();

    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        var chinese = TextFiles.In("zh-CN").Keys;
        var english = TextFiles.In("en").Keys;

        Assert.Equal([], chinese.Except(english));
        Assert.Equal([], english.Except(chinese));
    }

    [Fact]
    public void Every_text_stands_in_the_file_of_its_area()
    {
        var astray = from file in TextFiles.ByFile
                     from key in file.Value.Keys
                     where key[..key.IndexOf('.')] != file.Key[..file.Key.IndexOf('.')]
                     select $"{file.Key}: {key}";

        Assert.Equal([], astray);
    }

    [Fact]
    public void Both_languages_take_the_same_placeholders()
    {
        var english = TextFiles.In("en");

        var different = TextFiles.In("zh-CN")
            .Where(chinese => !Placeholders(chinese.Value).SetEquals(Placeholders(english[chinese.Key])))
            .Select(chinese => chinese.Key);

        Assert.Equal([], different);
    }

    [Fact]
    public void Every_key_a_page_names_has_a_text()
    {
        var keys = TextFiles.In("zh-CN").Keys.ToList();

        var missing = TextFiles.NamedIn("TitleWorkflow.Web")
            .Where(named => named != "rules." && !keys.Exists(key => TextFiles.Covers(named, key)));

        Assert.Equal([], missing);
    }

    [Fact]
    public void Every_text_is_used()
    {
        var named = TextFiles.NamedIn("TitleWorkflow.Web").Where(word => word != "rules.")
            .Concat(TextFiles.NamedIn("TitleWorkflow.Application"))
            .Concat(Rules.Select(rule => "rules." + rule.Code))
            .Append("rules.source.")
            .ToList();

        var unused = TextFiles.In("zh-CN").Keys
            .Where(key => !named.Exists(word => TextFiles.Covers(word, key)));

        Assert.Equal([], unused);
    }

    [Fact]
    public void Every_rule_has_a_text()
    {
        var texts = TextFiles.In("zh-CN");

        var silent = Rules.Select(rule => rule.Code).Where(code => !texts.ContainsKey("rules." + code));

        Assert.Equal([], silent);
    }

    [Fact]
    public void Every_value_of_a_rule_set_has_a_name()
    {
        var texts = TextFiles.In("zh-CN");

        var silent = Parameter.All.Select(p => p.Key).Where(key => !texts.ContainsKey("rulesets.parameter." + key));

        Assert.Equal([], silent);
    }

    // A message about a task carries the step's Chinese name as {0} and its English one as {3}: each text takes its own.
    private static HashSet<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value == "{3}" ? "{0}" : match.Value).ToHashSet();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
