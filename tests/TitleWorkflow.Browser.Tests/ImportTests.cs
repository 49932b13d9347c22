using Microsoft.Playwright;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Browser.Tests.Harness;
using TitleWorkflow.Web.Tests.Roads;
using static Microsoft.Playwright.Assertions;

namespace TitleWorkflow.Browser.Tests;

/// <summary>A personnel office hands in a list of its people and watches it being worked off.</summary>
[Collection(CityCollection.Name)]
public sealed class ImportTests(City city)
{
    [SkippableFact]
    public async Task A_bar_moves_on_by_itself_while_a_list_is_worked_off_and_the_wrong_row_is_told()
    {
        Chromium.Require();
        await using var desk = await city.BrowserOfAsync("hr", "zh-CN");
        var page = await desk.NewPageAsync();
        await page.GotoAsync("/applicant-lists");
        await page.GetByLabel("名单文件").SetInputFilesAsync(new FilePayload
        {
            Name = "三季度名单.xlsx",
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = ApplicantList.Sheet(Enumerable.Range(1, 29).Select(i => $"申报人{i:D2}"), first: 40),
        });
        await page.Locator("[name=Plan]").SelectOptionAsync($"{DemoCity.Plan.Value}");
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并导入" }).ClickAsync();

        var bar = page.GetByRole(AriaRole.Progressbar);
        await Expect(bar).ToHaveAttributeAsync("max", "30");
        await Expect(bar).ToHaveAttributeAsync("value", "0");
        var import = page.Url.Split('/')[^1];
        await ApplicantList.WorkOn(city, import);
        await Expect(bar).ToHaveAttributeAsync("value", "25");
        await ApplicantList.WorkOn(city, import);
        await Expect(bar).ToHaveAttributeAsync("value", "30");

        var wrong = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "何青岚" });
        await Expect(wrong.GetByRole(AriaRole.Cell).First).ToHaveTextAsync("31");
    }
}
