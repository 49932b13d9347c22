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
    private const int Shipped = 29;

    // The name of a language, the id of the flow, and what the designer types.
    private static readonly string[] NoLabels = ["JavaScript", "title-review", "Agree"];

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

    private static async Task Draw(Studio studio)
    {
        await studio.FitAsync();
        var moved = await studio.SavedAfterAsync(() => studio.MoveAsync("refused", 60, -20), draft => XOf(draft, "refused") != 540);
        Assert.Equal((2, false), (moved.GetProperty("version").GetInt32(), moved.GetProperty("isPublished").GetBoolean()));

        var added = await studio.SavedAfterAsync(
            () => studio.DropAboveAsync("人工办理", "人工办理", "district"), draft => Steps(draft).Count() == Shipped + 1);
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

    private static IEnumerable<JsonElement> Steps(JsonElement draft) => draft.GetProperty("root").GetProperty("activities").EnumerateArray();

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
