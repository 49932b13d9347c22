using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// Says that something is sealed and when it opens: &lt;zp-sealed&gt;其他专家的评分在评议组汇总前封存。&lt;/zp-sealed&gt;
/// </summary>
[HtmlTargetElement("zp-sealed")]
public sealed class SealedTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();

        output.TagName = "div";
        output.AddClass("zp-sealedbox");
        output.Content.AppendHtml(Icon.Draw(View.HttpContext, "lock"));
        output.Content.AppendHtml(new TagBuilder("span").Containing(content));
    }
}
