using TitleWorkflow.Domain;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>Names a rule and where it is written, for a designer who is refused something.</summary>
internal static class Citation
{
    /// <summary>The rule's code and source, such as <c>[publicity.at-least-five-days，《职称评审管理暂行规定》第 26 条]</c>.</summary>
    public static string Of(Rule rule)
    {
        var document = rule.Source.Document switch
        {
            "N1" => "《职称评审管理暂行规定》",
            "N2" => "《职称评审监管暂行办法》",
            "L" => "规则集",
            _ => "产品规则",
        };
        return rule.Source.Article is { } article ? $"[{rule.Code}，{document}第 {article} 条]" : $"[{rule.Code}，{document}]";
    }
}
