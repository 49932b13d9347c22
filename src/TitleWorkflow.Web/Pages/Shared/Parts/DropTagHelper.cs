using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// The place to drop a file: a label with a real file input, inside a form with data-upload and enctype
/// multipart/form-data. Without JavaScript the form's own button sends it.
/// </summary>
[HtmlTargetElement("zp-drop", Attributes = "name,text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DropTagHelper(IStringLocalizer texts) : TagHelper
{
    public string Name { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>What the picker offers.</summary>
    public string Accept { get; set; } = ".pdf,.jpg,.jpeg,.png";

    public bool Multiple { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "label";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("zp-drop");
        output.Attributes.SetAttribute("data-drop", "");
        output.Attributes.SetAttribute("data-uploading", texts["shell.uploading"].Value);
        output.Attributes.SetAttribute("data-failed", texts["shell.upload-failed"].Value);

        var input = Markup.Element("input", "zp-drop-input").With("type", "file").With("name", Name)
            .With("accept", Accept).With("multiple", Multiple ? "" : null).With("autocomplete", "off");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        output.Content.AppendHtml(Icon.Draw(View.HttpContext, "upload"));
        output.Content.AppendHtml(Markup.Element("span").Containing(
            Markup.Element("b", text: Text), Markup.Element("span", "zp-3 zp-hide-phone", texts["shell.drop"])));
        output.Content.AppendHtml(input);
    }
}
