using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// A white card with a heading: &lt;zp-card heading="证明材料" note="共 12 份"&gt;…&lt;/zp-card&gt;. A link takes the note's
/// place when it has an address; flush leaves the body without padding, for tables.
/// </summary>
[HtmlTargetElement("zp-card", Attributes = "heading")]
public sealed class CardTagHelper : TagHelper
{
    public string Heading { get; set; } = "";

    public string? Note { get; set; }

    public string? NoteHref { get; set; }

    public bool Flush { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = Markup.NewId();
        var content = await output.GetChildContentAsync();

        output.TagName = "section";
        output.AddClass("zp-card");
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.Content.AppendHtml(Markup.Element("header").Containing(
            Markup.Element("h2", text: Heading).With("id", id), NoteElement()));
        output.Content.AppendHtml(Markup.Element("div", Flush ? "zp-flush" : "body").Containing(content));
    }

    private TagBuilder? NoteElement() => (Note, NoteHref) switch
    {
        (null, _) => null,
        (_, null or "") => Markup.Element("span", "zp-3 zp-sm", Note),
        _ => Markup.Element("a", "zp-md", Note).With("href", NoteHref),
    };
}
