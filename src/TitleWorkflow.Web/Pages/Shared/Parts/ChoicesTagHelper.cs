using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>One way to decide: the value sent, the words, and what it asks for.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);

/// <summary>
/// Radio cards of which none is chosen beforehand: &lt;zp-choices for="Input.Outcome" legend="…" options="…" /&gt;.
/// </summary>
[HtmlTargetElement("zp-choices", Attributes = "for,legend,options")]
public sealed class ChoicesTagHelper(IHtmlGenerator generator) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Legend { get; set; } = "";

    /// <summary>The legend is for screen readers only, because a heading says the same.</summary>
    public bool Quiet { get; set; }

    /// <summary>Cards side by side from a tablet's width on.</summary>
    public bool Wide { get; set; }

    public IReadOnlyList<Choice> Options { get; set; } = [];

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, generator.IdAttributeDotReplacement);
        View.ViewData.ModelState.TryGetValue(name, out var entry);
        var chosen = entry?.AttemptedValue ?? For.Model?.ToString();
        FormScope.Of(context)?.Add(name, id, Legend);

        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("zp-field");
        output.Content.AppendHtml(Markup.Element("legend", Quiet ? "visually-hidden" : "form-label", Legend));

        var cards = Markup.Element("div", Wide ? "zp-choices zp-choices-wide" : "zp-choices");
        for (var i = 0; i < Options.Count; i++)
        {
            var own = Options[i].Value;
            var input = Markup.Element("input").With("type", "radio").With("name", name).With("value", own)
                .With("id", i == 0 ? id : $"{id}-{i}").With("checked", own == chosen ? "checked" : null)
                .With("aria-describedby", entry?.Errors.Count > 0 ? id + "-error" : null);
            input.TagRenderMode = TagRenderMode.SelfClosing;
            cards.InnerHtml.AppendHtml(Markup.Element("label", "zp-choice").Containing(input, Words(Options[i])));
        }

        output.Content.AppendHtml(cards);
        foreach (var error in entry?.Errors ?? [])
        {
            output.Content.AppendHtml(Markup.Error(View.HttpContext, id, error.ErrorMessage));
        }
    }

    private static TagBuilder Words(Choice choice) => Markup.Element("span").Containing(
        Markup.Element("b", text: choice.Text),
        choice.Hint is null ? null : Markup.Element("span", "zp-hint", choice.Hint));
}
