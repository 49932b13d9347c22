using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>Draws an icon where a tag helper writes its own markup.</summary>
internal static class Icon
{
    private const string Sprite = "img/icons.svg";

    /// <param name="http">The request.</param>
    /// <param name="name">A symbol of the sprite; never what somebody typed, for it is written as it is.</param>
    /// <param name="css">Further classes; the same.</param>
    public static IHtmlContent Draw(HttpContext http, string name, string? css = null)
    {
        // The address with the file's fingerprint, so that browsers keep the sprite for good.
        var assets = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        var further = css is null ? "" : " " + css;

        return new HtmlString(
            $"<svg class=\"icon{further}\" aria-hidden=\"true\"><use href=\"/{assets?[Sprite] ?? Sprite}#{name}\"/></svg>");
    }
}
