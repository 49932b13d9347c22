using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// The mark of automatic saving, at the right of the heading; one per page with a data-autosave form.
/// </summary>
[HtmlTargetElement("zp-saved", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SavedTagHelper(IStringLocalizer texts) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("zp-saved");
        output.Attributes.SetAttribute("role", "status");
        output.Attributes.SetAttribute("data-saved", "");
        output.Attributes.SetAttribute("data-saving", texts["shell.saving"].Value);
        output.Attributes.SetAttribute("data-done", texts["shell.saved"].Value);
        output.Attributes.SetAttribute("data-failed", texts["shell.not-saved"].Value);
        output.Attributes.SetAttribute("data-restored", texts["shell.restored"].Value);
        output.Content.AppendHtml(Icon.Draw(View.HttpContext, "cloud-check"));
        output.Content.AppendHtml(new TagBuilder("span"));
    }
}
