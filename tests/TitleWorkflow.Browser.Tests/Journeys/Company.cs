using System.Collections.Concurrent;
using TitleWorkflow.Browser.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace TitleWorkflow.Browser.Tests.Journeys;

/// <summary>Everybody who has a hand in one declaration, each in a browser context of their own that stays open to the end.</summary>
internal sealed class Company(Chromium chromium, ISite site)
{
    private const int Desk = 1440;
    private const int Phone = 390;

    /// <summary>How long anybody waits for a page before they give up, in milliseconds; generous, because the machine may be busy.</summary>
    private const int Patience = 90_000;

    private readonly ConcurrentDictionary<string, Actor> people = [];

    static Company() => SetDefaultExpectTimeout(Patience);

    /// <summary>How many have come.</summary>
    public int Count => people.Count;

    /// <summary>What anybody's browser complained about.</summary>
    public IEnumerable<string> Complaints => people.Values.SelectMany(p => p.Complaints);

    /// <summary>What everybody has before them, as pictures in a folder, for whoever looks into a failure.</summary>
    public async Task<string> Photograph()
    {
        var folder = Directory.CreateTempSubdirectory("title-journey-").FullName;
        foreach (var (who, person) in people)
        {
            await person.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, who + ".png"), FullPage = true });
        }

        return folder;
    }

    /// <summary>The person with the account, who signs in when first asked for; experts come with a phone.</summary>
    public async Task<Actor> Person(string userName)
    {
        if (people.TryGetValue(userName, out var known))
        {
            return known;
        }

        var isExpert = userName.StartsWith("expert", StringComparison.Ordinal);
        var person = await Arrives(userName, isExpert ? Phone : Desk);
        await person.Opens("/sign-in");
        var account = person.Page.Locator($"button[value='{userName}']");
        if (isExpert)
        {
            await person.Page.GetByText("另 13 个账号").ClickAsync();
        }

        await account.ClickAsync();
        await Expect(person.Navigation).ToBeVisibleAsync();

        return person;
    }

    /// <summary>Somebody who never signs in.</summary>
    public async Task<Actor> Stranger() => people.GetValueOrDefault("stranger") ?? await Arrives("stranger", Phone);

    private async Task<Actor> Arrives(string who, int width)
    {
        var context = await chromium.NewContextAsync(site.Address, width: width);
        context.SetDefaultTimeout(Patience);
        var actor = new Actor(who, await context.NewPageAsync());
        Assert.True(people.TryAdd(who, actor), $"{who} came twice.");

        return actor;
    }
}
