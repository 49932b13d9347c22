using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>Short ways to write elements in tag helpers.</summary>
internal static class Markup
{
    /// <summary>An id no other element of the page has; a tag inside a loop is drawn many times.</summary>
    public static string NewId() => "z" + Guid.CreateVersion7().ToString("N")[^12..];

    public static void AddClass(this TagHelperOutput output, string name) =>
        output.AddClass(name, HtmlEncoder.Default);

    /// <summary>An element with a class and encoded text.</summary>
    public static TagBuilder Element(string name, string? css = null, string? text = null)
    {
        var element = new TagBuilder(name);
        if (css is not null)
        {
            element.AddCssClass(css);
        }

        if (text is not null)
        {
            element.InnerHtml.Append(text);
        }

        return element;
    }

    /// <summary>What is wrong with a field, below it.</summary>
    public static TagBuilder Error(HttpContext http, string id, string message) =>
        Element("div", "zp-error").With("id", id + "-error")
            .Containing(Icon.Draw(http, "alert-circle"), Element("span", text: message));

    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null)
        {
            element.Attributes[attribute] = value;
        }

        return element;
    }

    public static TagBuilder Containing(this TagBuilder element, params ReadOnlySpan<IHtmlContent?> contents)
    {
        foreach (var content in contents)
        {
            if (content is not null)
            {
                element.InnerHtml.AppendHtml(content);
            }
        }

        return element;
    }
}
