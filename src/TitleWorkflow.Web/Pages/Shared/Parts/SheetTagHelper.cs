using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// The decision of a task page: a card in the right column, on the phone a sheet at the bottom. Closed, the sheet hides
/// what has the class zp-sheet-more and shows its own button; open, it shows everything. One form serves both.
/// </summary>
[HtmlTargetElement("zp-sheet", Attributes = "heading,open-text")]
public sealed class SheetTagHelper(IStringLocalizer texts) : TagHelper
{
    public string Heading { get; set; } = "";

    /// <summary>The button of the closed sheet: 填写意见并提交.</summary>
    public string OpenText { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = Markup.NewId();
        var content = await output.GetChildContentAsync();

        output.TagName = "section";
        output.AddClass("zp-card");
        output.AddClass("zp-sheet");
        output.Attributes.SetAttribute("data-sheet", "");
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.Content.AppendHtml(Markup.Element("div", "zp-sheet-handle").With("data-sheet-handle", ""));
        output.Content.AppendHtml(Markup.Element("header").Containing(
            Markup.Element("h2", text: Heading).With("id", id),
            Markup.Element("button", "btn btn-link btn-sm zp-sheet-close", texts["shell.close"])
                .With("type", "button").With("data-sheet-close", "").With("hidden", "")));
        output.Content.AppendHtml(Markup.Element("div", "body").Containing(
            content,
            Markup.Element("button", "btn btn-primary w-100 zp-sheet-open", OpenText)
                .With("type", "button").With("data-sheet-open", "").With("hidden", "")));
    }
}
