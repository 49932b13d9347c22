using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// The next step, first on the page: a strip that says whose turn it is, the heading that says what by when, then the
/// content; an &lt;aside&gt; inside (ruler and button) stands at the right.
/// </summary>
[HtmlTargetElement("zp-next", Attributes = "strip,heading")]
public sealed class NextTagHelper : TagHelper
{
    /// <summary>active: can act; warn: must act; wait: somebody else has it.</summary>
    public string Tone { get; set; } = "active";

    public string Strip { get; set; } = "";

    public string Heading { get; set; } = "";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = Markup.NewId();
        var content = await output.GetChildContentAsync();

        output.TagName = "section";
        output.AddClass("zp-next");
        output.Attributes.SetAttribute("data-tone", Tone);
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.Content.AppendHtml(Markup.Element("div", "strip").Containing(
            Icon.Draw(View.HttpContext, Tone == "wait" ? "clock" : "hand-click"), Markup.Element("span", text: Strip)));
        output.Content.AppendHtml(Markup.Element("div", "body").Containing(
            Markup.Element("h2", text: Heading).With("id", id), content));
    }
}
