using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>Browsers of people who have signed in.</summary>
public sealed partial class City
{
    private readonly ConcurrentDictionary<string, Task<System.Net.Cookie>> sessions = new();
    private Task<Chromium>? chromium;

    /// <summary>A browser context of one person's own; <paramref name="userName"/> null for the public.</summary>
    internal async Task<IBrowserContext> BrowserOfAsync(string? userName, string language, int width = 1280)
    {
        var context = await (await (chromium ??= Chromium.LaunchAsync())).NewContextAsync(Address, language, width);
        await SignInAsync(context, userName);
        return context;
    }

    /// <summary>From here on the browser is somebody else's; <paramref name="userName"/> null for the public.</summary>
    internal async Task SignInAsync(IBrowserContext browser, string? userName)
    {
        await browser.ClearCookiesAsync();
        if (userName is not null)
        {
            var session = await sessions.GetOrAdd(userName, SignInAsync);
            await browser.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = session.Name, Value = session.Value, Url = $"{Address}" }]);
        }
    }

    // Everybody signs in once, through the form, and keeps the session in every browser.
    private async Task<System.Net.Cookie> SignInAsync(string userName)
    {
        var jar = new CookieContainer();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = Address };
        var page = await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.UserName"] = userName,
            ["Input.Password"] = Password,
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
        });
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        return jar.GetAllCookies().Single(c => c.Name == "zp-session");
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
