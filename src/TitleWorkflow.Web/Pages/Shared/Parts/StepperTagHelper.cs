using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// A number with buttons for less and more: &lt;zp-stepper for="Scores[0].Points" label="学历" max="7" /&gt;.
/// </summary>
[HtmlTargetElement("zp-stepper", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepperTagHelper(IHtmlGenerator generator, IStringLocalizer texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public decimal Min { get; set; }

    public decimal Max { get; set; } = 100;

    public decimal Step { get; set; } = 1;

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, generator.IdAttributeDotReplacement);
        var wrong = View.ViewData.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0;
        FormScope.Of(context)?.Add(name, id, Label);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("zp-stepper");
        output.Attributes.SetAttribute("data-stepper", Plain(Step));
        output.Content.AppendHtml(Button("shell.stepper.less", "minus", -1));
        output.Content.AppendHtml(generator.GenerateTextBox(View, For.ModelExplorer, For.Name, For.Model, null, new
        {
            inputmode = "decimal",
            aria_label = Label,
            aria_invalid = wrong ? "true" : "false",
            data_min = Plain(Min),
            data_max = Plain(Max),
        }));
        output.Content.AppendHtml(Button("shell.stepper.more", "plus", 1));
    }

    private TagBuilder Button(string key, string icon, int way) =>
        Markup.Element("button").With("type", "button").With("data-way", Plain(way)).With("hidden", "")
            .With("aria-label", texts[key, Label, Plain(Step)])
            .Containing(Icon.Draw(View.HttpContext, icon));

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
