using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// A status as icon, word and tone. Either a declaration's, by its name in the domain (<c>of="Vetting"</c>), or any
/// other (<c>tone icon text</c>).
/// </summary>
[HtmlTargetElement("zp-status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusTagHelper(IStringLocalizer texts) : TagHelper
{
    /// <summary>Name of a declaration's status.</summary>
    public string? Of { get; set; }

    /// <summary>True for officers: the steps of the assessment are told apart.</summary>
    public bool Office { get; set; }

    /// <summary>Stands in brackets behind the word: the level of a vetting.</summary>
    public string? Detail { get; set; }

    /// <summary>idle, active, good, warn, bad, sealed or seal.</summary>
    public string Tone { get; set; } = "idle";

    public string? Icon { get; set; }

    public string? Text { get; set; }

    /// <summary>Without the coloured ground, for rows that carry several.</summary>
    public bool Plain { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var look = Of is null ? null : Statuses.Look(Of, Office);
        var text = look is null ? Text : texts[look.Key].Value;

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("zp-status");
        if (Plain)
        {
            output.AddClass("zp-plainstatus");
        }

        output.Attributes.SetAttribute("data-tone", look?.Tone ?? Tone);
        if ((look?.Icon ?? Icon) is { } icon)
        {
            output.Content.AppendHtml(Parts.Icon.Draw(View.HttpContext, icon));
        }

        var word = new TagBuilder("span");
        word.InnerHtml.Append(Detail is null ? text ?? "" : texts["status.with-detail", text ?? "", Detail]);
        output.Content.AppendHtml(word);
    }
}
