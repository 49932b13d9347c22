using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitleWorkflow.Browser.Tests.Journeys;

/// <summary>
/// One person at a browser of their own, who knows nothing but what the page shows: names of links, buttons and fields. What
/// the browser complains about on the way is kept.
/// </summary>
internal sealed class Actor
{
    private readonly string who;
    private readonly ConcurrentQueue<string> complaints = [];

    public Actor(string who, IPage page)
    {
        this.who = who;
        Page = page;
        page.Console += (_, message) => Complain(message.Type == "error", message.Text);
        page.PageError += (_, error) => Complain(true, error);

        // What the browser itself gives up on leaving a page, such as a refresh under way, has not failed.
        page.RequestFailed += (_, request) =>
            Complain(request.Failure != "net::ERR_ABORTED", $"{request.Method} {request.Url}: {request.Failure}");
        page.Response += (_, response) =>
            Complain(response.Status >= 400, $"{response.Request.Method} {response.Url}: {response.Status}");
    }

    public IPage Page { get; }

    /// <summary>Console errors, failed requests, answers of 400 and above.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>What the page says in words.</summary>
    public Task<string> Reads() => Page.Locator("main").InnerTextAsync();

    public Task Opens(string address) => Page.GotoAsync(address);

    /// <summary>Goes to an entry of the main navigation, which stands at the side or, on a phone, at the bottom.</summary>
    public Task Visits(string entry) => Navigation.GetByRole(AriaRole.Link, new() { Name = entry }).ClickAsync();

    public Task Follows(string link) => Link(link).ClickAsync();

    public Task Presses(string button) => Button(button).ClickAsync();

    public Task Writes(string label, string text) => Field(label).FillAsync(text);

    public Task Picks(string label, string option) => Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Chooses a radio button or ticks a box by its first words; a hint may follow them.</summary>
    public Task Chooses(string option) => Page.Locator("main label")
        .Filter(new() { Has = Page.GetByText(option, new() { Exact = true }) }).Locator("input").CheckAsync();

    /// <summary>Gives the page a file at the place with this heading, and waits until it is listed there.</summary>
    public async Task Attaches(string place, string fileName, byte[] content)
    {
        var card = Page.GetByRole(AriaRole.Region, new() { Name = place });
        await card.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = fileName,
            MimeType = "application/pdf",
            Buffer = content,
        });
        await Expect(card.GetByRole(AriaRole.Link, new() { Name = $"查看 {fileName}" })).ToBeVisibleAsync();
    }

    /// <summary>The short word of confirmation after an act of one's own.</summary>
    public Task Told(string text) => Expect(Page.Locator("#toasts")).ToContainTextAsync(text);

    public Task Sees(string text) => Expect(Page.Locator("main").GetByText(text).Filter(new() { Visible = true }).First).ToBeVisibleAsync();

    public Task SeesHeading(string text) => Expect(Page.GetByRole(AriaRole.Heading, new() { Name = text, Exact = true })).ToBeVisibleAsync();

    public Task SeesButton(string button, bool enabled) =>
        Expect(Button(button)).ToBeEnabledAsync(new() { Enabled = enabled });

    public ILocator Link(string name) => Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Navigation =>
        Page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" }).Filter(new() { Visible = true });

    private ILocator Field(string label) =>
        Page.Locator("main").GetByLabel(label).And(Page.Locator("input, textarea, select"));

    private void Complain(bool really, string text)
    {
        if (really)
        {
            complaints.Enqueue($"{who} at {Page.Url}: {text}");
        }
    }
}
