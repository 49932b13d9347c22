using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// A number shown in groups that copies without the spaces: &lt;zp-copy shown="990400 2022 …" value="9904002022…"
/// /&gt;.
/// </summary>
[HtmlTargetElement("zp-copy", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CopyTagHelper(IStringLocalizer texts) : TagHelper
{
    public string Value { get; set; } = "";

    public string? Shown { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("zp-copy");
        output.Content.AppendHtml(Markup.Element("span", "zp-mono", Shown ?? Value));
        output.Content.AppendHtml(Markup.Element("button", "zp-iconbtn zp-noprint").With("type", "button")
            .With("data-copy", Value).With("data-copied", texts["shell.copied"]).With("hidden", "")
            .With("aria-label", texts["shell.copy", Value])
            .Containing(Icon.Draw(View.HttpContext, "copy")));
    }
}
