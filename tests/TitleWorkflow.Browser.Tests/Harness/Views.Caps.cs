namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>Scores and standards, pass rate, post quotas and run-offs.</summary>
internal static partial class Views
{
    private static View[] OfCaps =>
    [
        new("office", "/meetings/{meeting capped}"),
        new("office", "/meetings/{meeting capped}/caps"),
        new View("office", "/meetings/{meeting capped}/caps").Refused(
            "close-run-off", ("directorCode", "AAAA-BBBB-CCCC"), ("supervisorCode", "AAAA-BBBB-CCCC")),
        new View("office", "/meetings/{meeting capped}/caps").RefusedAt("close-run-off", "/meetings/{meeting capped}/caps?handler=Settle"),
        new View("office", "/meetings/{meeting capped}/caps").RefusedAt("close-run-off", "/meetings/{meeting capped}/caps?handler=Open"),
        new View("office", "/meetings/{meeting capped}/caps").Refused("void-run-off"),
        new("office", "/meetings/{meeting capped}/room"),
        new("office", "/meetings/{meeting settled}/caps"),
        new("office", "/meetings/{meeting settled}/room"),
        new("expert1", "/meetings/{meeting settled}/run-offs/{run-off decided}/receipts"),
        new("supervisor", "/meetings/{meeting settled}/recount"),
        new("deputy", "/meetings/{meeting capped}/caps"),
        new("supervisor", "/meetings/{meeting capped}/caps"),
        new("expert9", "/ballots/run-off"),
        new View("expert9", "/ballots/run-off").Refused("choose"),
        new View("expert9", "/ballots/run-off") { Act = (page, _) => NameNobodyAsync(page) },
        new View("expert9", "/ballots/run-off") { Act = async (page, city) =>
        {
            await NameNobodyAsync(page);
            await new View("expert9", "").Refused("cast", ("Choice", "{case listed}")).Act!(page, city);
        } },
        new("expert11", "/ballots"),
        new(City.Applicant("draft"), "/declarations/{draft}/score"),
        new View(City.Applicant("draft"), "/declarations/{draft}/score").Refused("fill", ("Input.Entries[0].Fact", "本科")),
        new View(City.Applicant("draft"), "/declarations/{draft}/score").RefusedFile("evidence-degree"),
        new("hr", "/declarations/{employer-check}/score"),
        new View("hr", "/declarations/{employer-check}/score").Refused("check"),
        new("office", "/declarations/{decided}/score"),
        new("city", "/standards"),
        new("city", "/standards/{plan}"),
        new("city2", "/standards/{plan}"),
        new View("city2", "/standards/{plan}").Refused("approve", ("revision", "-1")),
        new("city", "/standards/{plan}/draft"),
        new("designer", "/standards/{plan}/draft"),
        new View("city", "/standards/{plan}/draft").Refused("indicators", ("figures[technical/cap]", "-1")),
        new View("city", "/standards/{plan}/draft").Refused("add", ("Indicator.Text", "成果转化"), ("Indicator.English", "Transfer"), ("Indicator.Cap", "-1")),
        new("organiser", "/quotas"),
        new View("organiser", "/quotas").Refused("quota", ("posts", "-1")),
    ];

    private static async Task NameNobodyAsync(Microsoft.Playwright.IPage page)
    {
        await page.CheckAsync("input[value=abstain]");
        await page.ClickAsync("footer .btn-seal");
        await page.Locator(".zp-confirm").WaitForAsync();
    }
}
