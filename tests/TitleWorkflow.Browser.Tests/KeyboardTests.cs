using Microsoft.Playwright;
using TitleWorkflow.Browser.Tests.Harness;

namespace TitleWorkflow.Browser.Tests;

/// <summary>Work done without a mouse.</summary>
[Collection(CityCollection.Name)]
public sealed class KeyboardTests(City city)
{
    private const int Desk = 1280;
    private const int Phone = 390;

    [SkippableTheory]
    [InlineData(null, "/sign-in", Desk)]
    [InlineData(null, "/publicity", Desk)]
    [InlineData(null, "/publicity", Phone)]
    [InlineData(null, "/verify", Desk)]
    [InlineData("applicant:draft", "/declarations/{draft}/fill/education", Desk)]
    [InlineData("applicant:supplement", "/declarations/{supplement}", Phone)]
    [InlineData("applicant:supplement", "/declarations/{supplement}/supplement", Desk)]
    [InlineData("town", "/inbox?view=available", Desk)]
    [InlineData("town", "/work-items/{task town}", Desk)]
    [InlineData("office", "/meetings/{meeting open}", Desk)]
    [InlineData("expert1", "/work-items/{task opinion}", Desk)]
    [InlineData("expert4", "/ballots", Phone)]
    public async Task Every_stop_is_reached_in_order_shows_the_focus_and_lets_it_go(string? who, string path, int width)
    {
        var (page, keyboard) = await OpenAsync(who, path, width);

        var defects = await keyboard.WalkAsync();

        Assert.True(defects.Count == 0, string.Join('\n', defects));
        await page.Context.CloseAsync();
    }

    [SkippableTheory]
    [InlineData(null, "/publicity")]
    [InlineData("town", "/inbox?view=available")]
    [InlineData("expert4", "/ballots")]
    public async Task The_first_stop_leads_past_the_navigation(string? who, string path)
    {
        var (page, keyboard) = await OpenAsync(who, path, Desk);

        await keyboard.PressAsync("Tab");
        var first = await keyboard.HasFocusAsync(".zp-skip");
        await keyboard.PressAsync("Enter");

        Assert.True(first);
        Assert.True(await keyboard.HasFocusAsync("main"));
        await page.Context.CloseAsync();
    }

    [SkippableFact]
    public async Task A_clerk_claims_and_decides_a_task()
    {
        var (page, keyboard) = await OpenAsync("town", "/inbox?view=available", Desk);

        await keyboard.TabToAsync($"button[value='{city.Place("{task keyboard}")}']");
        await keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/work-items/**");
        await keyboard.TabToAsync("[name='Input.Outcome']");
        await keyboard.PressAsync("Space");
        await keyboard.TabToAsync("textarea[name='Input.Comment']");
        await keyboard.TypeAsync("材料齐全，同意上报。");
        await keyboard.TabToAsync(".zp-submit");
        await keyboard.PressAsync("Enter");
        await page.Locator("[data-toast]").WaitForAsync();

        Assert.Contains("通过", await page.Locator("[data-toast]").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [SkippableFact]
    public async Task An_applicant_fills_a_section_with_a_choice_by_arrow_keys()
    {
        var (page, keyboard) = await OpenAsync("applicant:typed", "/declarations/{typed}/fill/education", Desk);

        await keyboard.TabToAsync("[name='Values[degree]']");
        await keyboard.PressAsync("Space");
        await keyboard.PressAsync("ArrowDown");
        await keyboard.TabToAsync("[name='Values[school]']");
        await keyboard.TypeAsync("青檀理工大学");
        await keyboard.TabToAsync(".zp-formbar button.btn-primary");
        await keyboard.PressAsync("Enter");
        await page.Locator(".zp-errors:focus").WaitForAsync();

        Assert.Equal("master", await page.Locator("[name='Values[degree]']:checked").GetAttributeAsync("value"));
        Assert.Equal("青檀理工大学", await page.InputValueAsync("[name='Values[school]']"));
        await page.Context.CloseAsync();
    }

    [SkippableFact]
    public async Task An_expert_votes()
    {
        var (page, keyboard) = await OpenAsync("expert5", "/ballots", Phone);

        await keyboard.TabToAsync("[name='Choice']");
        await keyboard.PressAsync("Space");
        await keyboard.TabToAsync(".btn-seal");
        await keyboard.PressAsync("Enter");
        await page.Locator(".zp-confirm").WaitForAsync();
        await keyboard.TabToAsync("[data-cast] .btn-seal");
        await keyboard.PressAsync("Enter");

        await page.Locator(".zp-receipt").First.WaitForAsync();
        await page.Context.CloseAsync();
    }

    [SkippableFact]
    public async Task The_decision_on_a_phone_keeps_the_focus_while_open_and_gives_it_back()
    {
        var (page, keyboard) = await OpenAsync("town", "/work-items/{task town}", Phone);

        await keyboard.TabToAsync("[data-sheet-open]");
        await keyboard.PressAsync("Enter");
        var inside = new List<bool>();
        for (var i = 0; i < 20; i++)
        {
            await keyboard.PressAsync("Tab");
            inside.Add(await page.EvaluateAsync<bool>("document.activeElement.closest('[role=dialog]') !== null"));
        }

        await keyboard.PressAsync("Escape");

        Assert.DoesNotContain(false, inside);
        Assert.True(await keyboard.HasFocusAsync("[data-sheet-open]"));
        await page.Context.CloseAsync();
    }

    [SkippableFact]
    public async Task A_menu_closes_with_Escape_and_gives_the_focus_back()
    {
        var (page, keyboard) = await OpenAsync("town", "/inbox?view=available", Desk);

        await keyboard.TabToAsync(".zp-who > summary");
        await keyboard.PressAsync("Enter");
        var open = await page.Locator(".zp-who[open]").CountAsync();
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Escape");

        Assert.Equal(1, open);
        Assert.Equal(0, await page.Locator(".zp-who[open]").CountAsync());
        Assert.True(await keyboard.HasFocusAsync(".zp-who > summary"));
        await page.Context.CloseAsync();
    }

    // An applicant is named by where the declaration stands.
    private async Task<(IPage Page, Keyboard Keyboard)> OpenAsync(string? who, string path, int width)
    {
        Chromium.Require();
        var user = who?.Split(':') is [_, var standing] ? City.Applicant(standing) : who;
        var context = await city.BrowserOfAsync(user, "zh-CN", width);
        var page = await context.NewPageAsync();
        await page.GotoAsync(city.Place(path));
        return (page, new Keyboard(page));
    }
}
