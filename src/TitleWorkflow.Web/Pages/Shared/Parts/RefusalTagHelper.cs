using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>The place beside the button where a refusal appears: &lt;zp-refusal /&gt; inside a zp-form.</summary>
[HtmlTargetElement("zp-refusal", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RefusalTagHelper(IHtmlHelper html) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (FormScope.Of(context) is not { Refusal: { } refusal } scope)
        {
            return;
        }

        scope.RefusalShown = true;
        ((IViewContextAware)html).Contextualize(View);
        output.Content.SetHtmlContent(await html.PartialAsync("Parts/_Refusal", refusal));
    }
}
