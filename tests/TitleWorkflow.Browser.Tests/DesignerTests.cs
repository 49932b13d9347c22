using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using TitleWorkflow.Browser.Tests.Harness;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;
using static Microsoft.Playwright.Assertions;

namespace TitleWorkflow.Browser.Tests;

/// <summary>A process designer at the drawing board, in the official designer.</summary>
public sealed class DesignerTests(DesignerSite site) : IClassFixture<DesignerSite>
{
    private const int Shipped = 32;

    // The name of a language, the id of the flow, what the designer types, and the type of what holds a drawing.
    private static readonly string[] NoLabels = ["JavaScript", "title-review", "Agree", "Elsa.Flowchart"];

    [SkippableFact]
    public async Task A_task_drawn_between_two_steps_is_met_by_new_declarations_once_a_second_person_has_approved_it_and_by_no_older_one()
    {
        var page = await site.OpenAsync("designer");
        var trouble = new Trouble(page, site.Address);
        var older = await Road.AtEmployerPublicity(site, "applicant-0001");

        var studio = await Studio.OpenAsync(page, "title-review", Shipped);
        Assert.Equal([], await studio.EnglishAsync(NoLabels));
        await Draw(studio);
        Assert.Equal([], await studio.EnglishAsync(NoLabels));
        await Pictures.TakeAsync(page, new Picture("designer", 1760, 990));
        await studio.PublishAsync();
        await Expect(studio.Frame.Locator(".mud-snackbar")).ToContainTextAsync("已提交审批：第 2 版须由另一名流程设计师复核并发布");
        await Expect(page.Locator("#design-says")).ToContainTextAsync("已提交审批");
        Assert.Equal([], trouble.All);

        await Approve();
        var newer = await Road.AtEmployerPublicity(site, "applicant-0002");
        await newer.EmployerPublicityEnds();
        foreach (var road in new[] { older, newer })
        {
            (await road.EmployerRecommends()).Done();
            (await road.Passes("town")).Done();
        }

        Assert.NotNull(await older.TaskOf("district", "vetting"));
        Assert.Null(await older.TaskOf("city", "general"));
        Assert.Null(await newer.TaskOf("district", "vetting"));
        var task = (await newer.TaskOf("city", "general"))!;
        // Three working days, and what is left of today.
        Assert.Equal(("行业部门联合审核", 4), (task.Text("title"), task.Part("deadline").Number("daysLeft")));
        (await newer.Complete("city", "general", new { outcome = "Agree" })).Done();
        Assert.NotNull(await newer.TaskOf("district", "vetting"));
    }

    [SkippableFact]
    public async Task A_flow_leaves_the_designer_as_the_file_it_came_from_and_a_file_becomes_its_draft()
    {
        var page = await site.OpenAsync("designer");
        var trouble = new Trouble(page, site.Address);
        var shipped = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "workflows", "title-review.json"));
        var file = shipped.Replace("\"title-review\"", "\"by-file\"", StringComparison.Ordinal);
        await page.GotoAsync("/flows");
        await page.Locator("#import input[type=file]").SetInputFilesAsync(Payload(file));
        await page.GetByRole(AriaRole.Button, new() { Name = "导入为草稿" }).ClickAsync();
        await page.WaitForURLAsync("**/flows/by-file/design");
        var studio = new Studio(page);
        await studio.ShowsAsync(Shipped);

        Assert.Equal(file, await Exported(page, studio));
        await studio.SavedAfterAsync(studio.SaveAsync, draft => Steps(draft).Count() == Shipped);
        Assert.Equal(file, await Exported(page, studio));

        var other = file.Replace("镇街审核", "镇街初审", StringComparison.Ordinal);
        var choosing = page.WaitForFileChooserAsync();
        await studio.ChooseAsync("导入");
        await (await choosing).SetFilesAsync(Payload(other));
        await Expect(studio.Frame.Locator(".x6-node", new() { HasTextString = "镇街初审" }))
            .ToHaveCountAsync(1, new() { Timeout = Studio.Patience });
        Assert.Equal(other, await Exported(page, studio));
        Assert.Equal([], trouble.All);
    }

    [SkippableFact]
    public async Task Whoever_runs_the_product_sees_the_path_a_case_has_taken_in_the_designers_viewer()
    {
        var page = await site.OpenAsync("admin");
        var trouble = new Trouble(page, site.Address);
        var road = await Road.AtEmployerPublicity(site, "applicant-0003");
        var asked = 0;
        page.Request += (_, request) => asked += request.Url.EndsWith("/execution-state", StringComparison.Ordinal) ? 1 : 0;
        await page.GotoAsync($"/instances/{road.Declaration}");
        await page.GetByRole(AriaRole.Link, new() { Name = "在流程设计器中查看经过" }).ClickAsync();
        await Expect(page.Locator("#board-cover svg.zp-flow .step.now")).ToHaveCountAsync(1);

        var studio = new Studio(page);
        await Expect(studio.Visits("start")).ToHaveTextAsync("1", new() { Timeout = Studio.Patience });
        foreach (var step in new[] { "start", "declare", "employerCheck" })
        {
            await Expect(studio.Visits(step)).ToHaveTextAsync("1");
            await Expect(studio.Visits(step)).ToContainClassAsync("mud-theme-success");
        }

        await Expect(studio.Visits("employerPublicity")).ToContainClassAsync("mud-theme-warning");
        await Expect(studio.Visits("town")).ToHaveTextAsync("0");
        await Expect(studio.Frame.Locator("#slot")).ToContainTextAsync("填写并提交申报");
        await Expect(page.Locator("#board-cover")).ToBeHiddenAsync();
        Assert.Equal([], await studio.EnglishAsync(NoLabels));

        // What happens meanwhile is told, not asked for.
        await road.EmployerPublicityEnds();
        (await road.EmployerRecommends()).Done();
        await Expect(studio.Visits("town")).ToHaveTextAsync("1");
        await Expect(studio.Visits("town")).ToContainClassAsync("mud-theme-warning");
        await Expect(studio.Visits("employerPublicity")).ToContainClassAsync("mud-theme-success");
        Assert.Equal(0, asked);
        Assert.Equal([], trouble.All);
    }

    private static async Task<string> Exported(IPage page, Studio studio)
    {
        var download = await page.RunAndWaitForDownloadAsync(async () =>
        {
            await studio.ChooseAsync("导出");
            await studio.Frame.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "导出" }).ClickAsync();
        });
        Assert.Equal("by-file.json", download.SuggestedFilename);
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    private static FilePayload Payload(string text) =>
        new() { Name = "flow.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(text) };

    private static async Task Draw(Studio studio)
    {
        await studio.FitAsync();
        var moved = await studio.SavedAfterAsync(() => studio.MoveAsync("refused", 60, -20), draft => XOf(draft, "refused") != 540);
        Assert.Equal((2, false), (moved.GetProperty("version").GetInt32(), moved.GetProperty("isPublished").GetBoolean()));

        var added = await studio.SavedAfterAsync(
            () => studio.DropAboveAsync("审核", "人工办理", "district"), draft => Steps(draft).Count() == Shipped + 1);
        var task = Steps(added).Last().GetProperty("id").GetString()!;
        await studio.SavedAfterAsync(() => studio.PickAsync("角色", "市级审核"), draft => Has(draft, task, "role", "CityOfficer"));
        await studio.SavedAfterAsync(() => studio.PickAsync("组织范围", "市"), draft => Has(draft, task, "scope", "City"));
        await studio.SavedAfterAsync(() => studio.WriteAsync("办理结果", "Agree", "Enter"), draft => Has(draft, task, "outcomes", """["Agree"]"""));
        await studio.SavedAfterAsync(() => studio.WriteAsync("办理期限（工作日）", "3"), draft => Has(draft, task, "dueWorkingDays", "3"));
        await studio.TurnToAsync("常规");
        await studio.SavedAfterAsync(
            () => studio.WriteAsync("显示文本", "行业部门联合审核"),
            draft => Step(draft, task).GetProperty("metadata").TryGetProperty("displayText", out var text) && text.GetString() == "行业部门联合审核");

        await studio.DeselectAsync();
        await studio.SavedAfterAsync(() => studio.CutAsync("town", "Pass"), draft => !Leads(draft, "town", "Pass", "district"));
        await studio.SavedAfterAsync(() => studio.ConnectAsync("town", "Pass", task), draft => Leads(draft, "town", "Pass", task));
        await studio.SavedAfterAsync(() => studio.ConnectAsync(task, "Agree", "district"), draft => Leads(draft, task, "Agree", "district"));
    }

    private async Task Approve()
    {
        var page = await site.OpenAsync("designer2");
        await page.GotoAsync("/flows/title-review");
        await Expect(page.Locator(".zp-diff")).ToContainTextAsync("行业部门联合审核");
        await page.GetByRole(AriaRole.Button, new() { Name = "复核并发布" }).ClickAsync();
        await Expect(page.Locator("#toasts")).ToContainTextAsync("v2 已发布");
        await page.Context.CloseAsync();
    }

    private static JsonElement.ArrayEnumerator Steps(JsonElement draft) => draft.GetProperty("root").GetProperty("activities").EnumerateArray();

    private static JsonElement Step(JsonElement draft, string id) => Steps(draft).Single(s => s.GetProperty("id").GetString() == id);

    private static double XOf(JsonElement draft, string id) =>
        Step(draft, id).GetProperty("metadata").GetProperty("designer").GetProperty("position").GetProperty("x").GetDouble();

    private static bool Has(JsonElement draft, string id, string input, string value) =>
        Step(draft, id).TryGetProperty(input, out var set)
        && $"{set.GetProperty("expression").GetProperty("value")}" == value;

    private static bool Leads(JsonElement draft, string from, string port, string to) =>
        draft.GetProperty("root").GetProperty("connections").EnumerateArray().Any(way =>
            (way.GetProperty("source").GetProperty("activity").GetString(), way.GetProperty("source").GetProperty("port").GetString())
                == (from, port)
            && way.GetProperty("target").GetProperty("activity").GetString() == to);
}
