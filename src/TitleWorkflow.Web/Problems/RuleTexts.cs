using Microsoft.Extensions.Localization;
using TitleWorkflow.Domain;

namespace TitleWorkflow.Web.Problems;

/// <summary>
/// A broken rule in words: the sentence, what can be done about it (may be null), where it is written.
/// </summary>
public sealed record BrokenRule(string Code, string Sentence, string? Remedy, string Source);

/// <summary>Finds the words for a rule by its code; the rule's own message stands in where a text is missing.</summary>
internal sealed class RuleTexts(IStringLocalizer texts)
{
    public BrokenRule Describe(Rule rule) =>
        new(rule.Code, Find(rule.Code) ?? rule.Message, Find(rule.Code + ".remedy"), Describe(rule.Source));

    private string Describe(Source source)
    {
        var document = Find("source." + source.Document) ?? source.Document;

        return source.Article is { } article ? texts["shell.source-article", document, article] : document;
    }

    private string? Find(string name)
    {
        var text = texts["rules." + name];

        return text.ResourceNotFound ? null : text.Value;
    }
}
