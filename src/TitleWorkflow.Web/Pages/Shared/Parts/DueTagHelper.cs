using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// A deadline: working days left and the date, amber at two days or fewer, plum on the last day and after.
/// </summary>
[HtmlTargetElement("zp-due", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DueTagHelper(IStringLocalizer texts, Formats formats) : TagHelper
{
    /// <summary>The last day, which ends at 24:00.</summary>
    public DateOnly Date { get; set; }

    /// <summary>Working days left, today counted when it counts.</summary>
    public int Left { get; set; }

    /// <summary>Working days since the date, once it has passed.</summary>
    public int Over { get; set; }

    /// <summary>Plain status where the row already has a ground.</summary>
    public bool Plain { get; set; }

    /// <summary>Words alone in a row of work: only what is urgent is marked.</summary>
    public bool Row { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (tone, icon, text) = Look();

        if (Row)
        {
            InRow(output, tone, text);
            return;
        }

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("zp-status");
        output.AddClass("zp-num");
        if (Plain)
        {
            output.AddClass("zp-plainstatus");
        }

        output.Attributes.SetAttribute("data-tone", tone);
        output.Content.AppendHtml(Icon.Draw(View.HttpContext, icon));
        output.Content.AppendHtml(Markup.Element("span", text: text));
        if (Date != formats.Today)
        {
            output.Content.AppendHtml(Markup.Element("span", text: formats.Dense(Date)));
        }
    }

    // What is due soon says so by its style alone, which draws the icon, too.
    private void InRow(TagHelperOutput output, string tone, string text)
    {
        output.Content.Append(Date == formats.Today ? text : $"{text} · {formats.Dense(Date)}");
        output.TagName = null;
        if (tone != "idle")
        {
            output.TagName = "b";
            output.TagMode = TagMode.StartTagAndEndTag;
            output.Attributes.SetAttribute("data-tone", tone);
        }
    }

    private (string Tone, string Icon, string Text) Look()
    {
        if (Date < formats.Today)
        {
            return ("bad", "alarm", formats.WorkingDaysOver(Over));
        }

        if (Date == formats.Today)
        {
            return ("bad", "alarm", texts["shell.due-today"]);
        }

        return (Left <= 2 ? "warn" : "idle", "clock", formats.WorkingDaysLeft(Left));
    }
}
