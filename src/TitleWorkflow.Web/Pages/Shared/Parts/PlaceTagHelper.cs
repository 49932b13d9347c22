using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// Tells the form's error summary where an error without a field of its own leads, such as missing evidence:
/// &lt;zp-place name="Evidence[degree]" target="evidence-degree" label="证明材料" /&gt;. Draws nothing.
/// </summary>
[HtmlTargetElement("zp-place", Attributes = "name,target,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PlaceTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public string Target { get; set; } = "";

    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        FormScope.Of(context)?.Add(Name, Target, Label);
    }
}
