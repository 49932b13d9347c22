using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// A Tabler icon from our sprite: &lt;zp-icon name="inbox" /&gt;. Decoration only: the word stands beside it.
/// </summary>
[HtmlTargetElement("zp-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>The icon's name at tabler.io/icons; it must be a symbol of wwwroot/img/icons.svg.</summary>
    public string Name { get; set; } = "";

    /// <summary>Further classes, such as a tone.</summary>
    public string? Class { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icon.Draw(View.HttpContext, Name, Class));
    }
}
