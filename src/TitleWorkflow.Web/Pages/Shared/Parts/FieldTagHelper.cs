using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// A field with its label above, a hint under the label, 可选 where it may stay empty, and its error below. What was
/// typed is kept after a refusal. Further attributes (autocomplete, inputmode, maxlength) go to the control.
/// </summary>
[HtmlTargetElement("zp-field", Attributes = "for,label")]
public sealed class FieldTagHelper(IHtmlGenerator generator, IStringLocalizer texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>Required is the default and goes unmarked.</summary>
    public bool Optional { get; set; }

    /// <summary>Lines of a text area; 0 for a single line.</summary>
    public int Rows { get; set; }

    /// <summary>Input type; by default after the property: date, number as text, check box, text.</summary>
    public string? Type { get; set; }

    /// <summary>Makes it a list to choose from.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>Width in characters where the expected length is known; else the full column.</summary>
    public int Width { get; set; }

    /// <summary>Where a known fact comes from; the field is then read-only.</summary>
    public string? Known { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, generator.IdAttributeDotReplacement);
        var errors = View.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.Errors : [];
        FormScope.Of(context)?.Add(name, id, Label);

        var control = Control(output, id, errors.Count > 0);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.AddClass("zp-field");

        var label = Markup.Element("label", "form-label", Label).With("for", id);
        if (Optional)
        {
            label.InnerHtml.Append(" ").AppendHtml(Markup.Element("span", "zp-req", texts["shell.optional"]));
        }

        output.Content.AppendHtml(label);
        if (Hint is not null)
        {
            output.Content.AppendHtml(Markup.Element("div", "zp-hint zp-hint-above", Hint).With("id", id + "-hint"));
        }

        output.Content.AppendHtml(control);
        if (Known is not null)
        {
            output.Content.AppendHtml(Markup.Element("span", "zp-known").With("id", id + "-known")
                .Containing(Icon.Draw(View.HttpContext, "building"), Markup.Element("span", text: Known)));
        }

        foreach (var error in errors)
        {
            output.Content.AppendHtml(Markup.Error(View.HttpContext, id, error.ErrorMessage));
        }
    }

    private TagBuilder Control(TagHelperOutput output, string id, bool wrong)
    {
        var attributes = output.Attributes.ToDictionary(a => a.Name, a => (object?)Plain(a.Value));
        attributes["class"] = Options is null ? "form-control" : "form-select";
        attributes["aria-describedby"] = Described(id, wrong);
        attributes["aria-invalid"] = wrong ? "true" : null;
        attributes["required"] = Optional || Known is not null ? null : "";
        attributes["readonly"] = Known is null ? null : "";
        attributes["style"] = Width > 0 ? $"max-width:{(Width + 3).ToString(CultureInfo.InvariantCulture)}ch" : null;

        var given = attributes.Where(a => a.Value is not null).ToDictionary();
        var explorer = For.ModelExplorer;
        if (Options is not null)
        {
            return generator.GenerateSelect(View, explorer, null, For.Name, Options, allowMultiple: false, given);
        }

        if (Rows > 0)
        {
            return generator.GenerateTextArea(View, explorer, For.Name, Rows, 0, given);
        }

        if (Type == "password")
        {
            return generator.GeneratePassword(View, explorer, For.Name, null, given);
        }

        var kind = Nullable.GetUnderlyingType(For.ModelExplorer.ModelType) ?? For.ModelExplorer.ModelType;
        given["type"] = Type ?? (kind == typeof(DateOnly) ? "date" : "text");
        if (kind == typeof(int) || kind == typeof(decimal))
        {
            given.TryAdd("inputmode", kind == typeof(int) ? "numeric" : "decimal");
        }

        return generator.GenerateTextBox(
            View, explorer, For.Name, For.Model, kind == typeof(DateOnly) ? "{0:yyyy-MM-dd}" : null, given);
    }

    private string? Described(string id, bool wrong)
    {
        string?[] parts =
        [
            Hint is null ? null : id + "-hint",
            Known is null ? null : id + "-known",
            wrong ? id + "-error" : null,
        ];
        var all = string.Join(' ', parts.Where(part => part is not null));

        return all.Length == 0 ? null : all;
    }

    private static object Plain(object value) => value is HtmlString html ? html.Value ?? "" : value;
}
