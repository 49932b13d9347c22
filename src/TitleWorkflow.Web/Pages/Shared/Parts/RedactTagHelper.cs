using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>A hatched bar in place of what is sealed: &lt;zp-redact label="姓名封存" /&gt;.</summary>
[HtmlTargetElement("zp-redact", Attributes = "label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RedactTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("zp-redact");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
    }
}
