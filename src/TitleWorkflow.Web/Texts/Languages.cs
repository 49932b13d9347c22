using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace TitleWorkflow.Web.Texts;

/// <summary>
/// The two languages of the interface and how a request chooses: its cookie, then what its browser asks for.
/// </summary>
internal static class Languages
{
    public const string Chinese = "zh-CN";
    public const string English = "en";
    public const string Cookie = "zp-lang";

    public static readonly IReadOnlyList<string> Supported = [Chinese, English];

    /// <summary>The language of the present request; Chinese where there is none.</summary>
    public static string Current => IsChinese ? Chinese : English;

    // By name: with invariant globalisation every culture has the invariant's language.
    public static bool IsChinese => CultureInfo.CurrentUICulture.Name != English;

    /// <summary>The language a switch would lead to.</summary>
    public static string Other => IsChinese ? English : Chinese;

    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(Chinese)
            .AddSupportedCultures([.. Supported])
            .AddSupportedUICultures([.. Supported]);
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders = [new CustomRequestCultureProvider(Choose)];
    }

    private static Task<ProviderCultureResult?> Choose(HttpContext http)
    {
        var wish = http.Request.Cookies[Cookie];
        if (wish is null || !Supported.Contains(wish))
        {
            wish = Preferred(http.Request);
        }

        return Task.FromResult<ProviderCultureResult?>(wish is null ? null : new ProviderCultureResult(wish));
    }

    // Browsers ask for "zh", "zh-Hans" or "zh-TW" as well: our Chinese serves all of them better than English.
    private static string? Preferred(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "")
            .Select(tag => tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese
                : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English
                : null)
            .FirstOrDefault(language => language is not null);
}
