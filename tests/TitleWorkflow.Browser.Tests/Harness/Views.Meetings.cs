namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>What the committee and those who run and watch its meetings see.</summary>
internal static partial class Views
{
    private const string Laid = "/committees/{committee}/defences?Input.HeldOn=2026-03-30&Input.MinutesEach=20&Input.Rooms=301";

    private static View[] OfMeetings =>
    [
        new("office", "/committees"),
        new("office", "/committees/{committee}"),
        new("office", "/committees/{committee}/appoint"),
        new View("office", "/committees/{committee}/appoint")
        {
            Act = async (page, _) =>
            {
                await page.Locator("main select").First.SelectOptionAsync("");
                await page.ClickAsync("main .btn-primary");
                await page.Locator("main .zp-refusal").WaitForAsync();
            },
        },
        new("office", "/committees/{committee}/assignment"),
        new("office", "/committees/{committee}/assignment?Input.Readers=3&Input.Seed=2022"),
        new View("office", "/committees/{committee}/assignment?Input.Readers=3&Input.Seed=2022").Refused(
            "assign", ("Input.Rows[0].Item", "00000000-0000-0000-0000-000000000000")),
        new("office", "/committees/{committee}/readings"),
        new View("office", "/committees/{committee}/readings").Refused("undo"),
        new("office", "/committees/{committee}/readings?Sort=Assigned"),
        new View("office", "/committees/{committee}/readings").Refused("remind", ("Reader", "00000000-0000-0000-0000-000000000000")),
        new("office", "/committees/{committee}/readings/{reading}"),
        new View("office", "/committees/{committee}/readings/{reading}").Refused("replace"),
        new("office", "/committees/{committee}/defences"),
        new("office", $"{Laid}&Input.Until=08:40"),
        new("office", $"{Laid}&Input.Until=11:30"),
        new View("office", $"{Laid}&Input.Until=11:30").Refused("lay", ("Input.Declarations", "00000000-0000-0000-0000-000000000000")),
        new("office", "/defences/{defences draft}"),
        new View("office", "/defences/{defences draft}").RefusedAt("publish", "/defences/{defences published}?handler=Publish"),
        new View("office", "/defences/{defences draft}").RefusedAt("drop", "/defences/{defences published}?handler=Drop"),
        new View("office", "/defences/{defences draft}").Refused("move"),
        new("office", "/defences/{defences published}"),
        new View("office", "/defences/{defences published}").Refused("record"),
        new("office", "/meetings"),
        new("office", "/meetings/new"),
        new View("office", "/meetings/new").Refused("call", ("Input.HeldOn", ""), ("Input.Place", "")),
        new("office", "/meetings/{meeting planned}"),
        new View("office", "/meetings/{meeting planned}").Refused("open"),
        new View("office", "/meetings/{meeting planned}").RefusedAt("presence", "/meetings/{meeting closed}?handler=Presence"),
        new View("office", "/meetings/{meeting planned}").RefusedAt("open", "/meetings/{meeting planned}?handler=Suspend"),
        new View("office", "/meetings/{meeting planned}").RefusedAt("open", "/meetings/{meeting open}?handler=Close"),
        new View("office", "/meetings/{meeting open}").RefusedAt(
            "close-voting", "/meetings/{meeting open}?handler=OpenVoting", ("case", "{case listed}")),
        new("office", "/meetings/{meeting planned}/agenda"),
        new View("office", "/meetings/{meeting planned}/agenda").Refused("add"),
        new("office", "/meetings/{meeting without codes}"),
        new("office", "/meetings/{meeting without codes}/room"),
        new("office", "/meetings/{meeting open}"),
        new View("office", "/meetings/{meeting open}").Refused(
            "close-voting", ("directorCode", "AAAA-BBBB-CCCC"), ("supervisorCode", "AAAA-BBBB-CCCC")),
        new("office", "/meetings/{meeting open}/room"),
        new("office", "/meetings/{meeting open}/cases/{case listed}"),
        new View("office", "/meetings/{meeting open}/cases/{case listed}").Refused("recuse"),
        new View("office", "/meetings/{meeting open}/cases/{case listed}").RefusedAt(
            "defer", "/meetings/{meeting open}/cases/{case decided}?handler=Defer"),
        new("office", "/meetings/{meeting open}/cases/{case voting}"),
        new View("office", "/meetings/{meeting open}/cases/{case voting}").Refused("void"),
        new("office", "/meetings/{meeting open}/cases/{case decided}/receipts"),
        new("office", "/meetings/{meeting closed}"),
        new("office", "/meetings/{meeting signed}"),
        new("office", "/meetings/{meeting signed}/minutes"),
        new("director", "/inbox"),
        new View("expert1", "/meetings/{meeting planned}").Refused("sign-in", ("Code", "1")),
        new("director", "/meetings/{meeting open}"),
        new("director", "/meetings/{meeting closed}/sign"),
        new View("director", "/meetings/{meeting closed}/sign").Refused("sign", ("Password", "falsch")),
        new("director", "/meetings/{meeting signed}/sign"),
        new("director", "/meetings/{meeting signed}"),
        new("director", "/meetings/{meeting signed}/minutes"),
        new("director", "/ballots"),
        new View("director", "/meetings/{meeting without codes}") { Act = async (page, city) =>
        {
            await city.WithoutCodes.ForgetCodes("office");
            await page.ReloadAsync();
            await page.ClickAsync("main form .btn-primary");
            await page.Locator(".zp-drawncode").WaitForAsync();
        } },
        new View("director", "/meetings/{meeting open}/code").RefusedAt("forget", "/meetings/{meeting open}/code"),
        new View("director", "/meetings/{meeting open}/code").Refused("forget"),
        new View("supervisor", "/meetings/{meeting open}"),
        new("supervisor", "/meetings/{meeting without codes}"),
        new("supervisor", "/meetings/{meeting signed}"),
        new("supervisor", "/meetings/{meeting signed}/recount"),
        new("supervisor", "/inbox"),
        new("auditor", "/meetings/{meeting open}"),
        new("expert1", "/inbox"),
        new("expert1", "/work-items/{task opinion}"),
        new View("expert1", "/work-items/{task opinion}").Refused("decide"),
        new View("expert1", "/work-items/{task opinion}").Refused("recuse"),
        new("expert1", "/meetings"),
        new("expert1", "/meetings/{meeting open}"),
        new("expert1", "/ballots"),
        new("expert3", "/ballots"),
        new View("expert3", "/ballots").Refused("choose"),
        new View("expert3", "/ballots") { Act = (page, _) => ChooseAsync(page) },
        new View("expert3", "/ballots") { Act = async (page, city) =>
        {
            await ChooseAsync(page);
            await new View("expert3", "").Refused("cast", ("Case", "{case listed}")).Act!(page, city);
        } },
        new("expert4", "/meetings/{meeting open}/cases/{case listed}"),
        new View("expert4", "/meetings/{meeting open}/cases/{case listed}").Refused("recuse"),
        new("expert8", "/defences/mine"),
        new("expert3", "/defences/mine"),
        new("expert7", "/ballots"),
        new("expert10", "/ballots"),
        new("expert12", "/ballots"),
        .. OfCaps,
    ];

    private static async Task ChooseAsync(Microsoft.Playwright.IPage page)
    {
        await page.CheckAsync("input[value=Abstain]");
        await page.ClickAsync("footer .btn-seal");
        await page.Locator(".zp-confirm").WaitForAsync();
    }
}
