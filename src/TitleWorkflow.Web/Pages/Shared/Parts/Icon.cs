using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>Draws an icon where a tag helper writes its own markup.</summary>
internal static class Icon
{
    private const string Sprite = "img/icons.svg";

    public static IHtmlContent Draw(HttpContext http, string name, string? css = null)
    {
        // The address with the file's fingerprint, so that browsers keep the sprite for good.
        var assets = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"/{assets?[Sprite] ?? Sprite}#{name}";

        var svg = new TagBuilder("svg");
        svg.AddCssClass("icon");
        if (css is not null)
        {
            svg.AddCssClass(css);
        }

        svg.Attributes["viewBox"] = "0 0 24 24";
        svg.Attributes["aria-hidden"] = "true";
        svg.Attributes["focusable"] = "false";
        svg.InnerHtml.AppendHtml(use);

        return svg;
    }
}
