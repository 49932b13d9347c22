using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// An empty place: what is empty, since when, and — as content — the sensible next step.
/// &lt;zp-empty icon="inbox" heading="没有待办" text="最近一件于 10-20 16:41 办结。"&gt;&lt;a …&gt;&lt;/zp-empty&gt;
/// </summary>
[HtmlTargetElement("zp-empty", Attributes = "heading")]
public sealed class EmptyTagHelper : TagHelper
{
    public string Icon { get; set; } = "inbox";

    public string Heading { get; set; } = "";

    public string? Text { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("zp-empty");
        output.Content.AppendHtml(Parts.Icon.Draw(View.HttpContext, Icon, "zp-bigicon"));
        output.Content.AppendHtml(Markup.Element("h2", text: Heading));
        if (Text is not null)
        {
            output.Content.AppendHtml(Markup.Element("p", "zp-2 zp-md", Text));
        }

        output.Content.AppendHtml(content);
    }
}
