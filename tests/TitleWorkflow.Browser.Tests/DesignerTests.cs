using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TitleWorkflow.Browser.Tests.Harness;

namespace TitleWorkflow.Browser.Tests;

/// <summary>A process designer at the drawing board, in the official designer.</summary>
public sealed partial class DesignerTests
{
    // The designer is a program of ten megabytes that is interpreted; on a busy machine it takes more than a minute to start.
    private const float Start = 240_000;

    // The name of a language, and the id of the flow.
    private static readonly string[] NoLabels = ["JavaScript", "title-review"];

    [SkippableFact]
    public async Task A_step_is_dragged_onto_the_flow_in_chinese_without_an_error_and_without_asking_another_host()
    {
        Chromium.Require();
        await using var site = await SingleProgram.StartAsync();
        await using var chromium = await Chromium.LaunchAsync();
        await using var browser = await chromium.NewContextAsync(site.Address, width: 1920);
        var page = await browser.NewPageAsync();
        var trouble = Watch(page, site.Address);
        await page.GotoAsync("/sign-in");
        await page.Locator("button[value='designer']").DispatchEventAsync("click");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));

        await page.GotoAsync("/flows/title-review");
        await page.GetByRole(AriaRole.Link, new() { Name = "在设计器中打开" }).ClickAsync();
        var frame = page.FrameLocator("iframe.zp-design");
        await frame.Locator("elsa-activity-wrapper").Nth(28).WaitForAsync(new() { Timeout = Start });
        await frame.Locator(".mud-expand-panel-header", new() { HasTextString = "人工办理" }).ClickAsync();
        var step = frame.Locator(".mud-expand-panel-content [draggable=true]").First;
        await step.HoverAsync();
        var saved = page.WaitForResponseAsync(
            answer => answer.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal) && answer.Request.Method == "POST",
            new() { Timeout = Start });
        await step.DragToAsync(frame.Locator(".graph-container"), new() { TargetPosition = new() { X = 300, Y = 330 } });

        var draft = (await (await saved).JsonAsync())!.Value.GetProperty("workflowDefinition");
        Assert.Equal(2, draft.GetProperty("version").GetInt32());
        var steps = draft.GetProperty("root").GetProperty("activities").EnumerateArray().ToList();
        Assert.Equal(30, steps.Count);
        Assert.Equal("TitleWorkflow.HumanTask", steps[^1].GetProperty("type").GetString());

        Assert.Equal([], await EnglishAsync(frame));
        Assert.Equal([], trouble);
    }

    private static ConcurrentQueue<string> Watch(IPage page, Uri address)
    {
        var trouble = new ConcurrentQueue<string>();
        page.Console += (_, said) => Note(said.Type == "error", said.Text);
        page.PageError += (_, error) => Note(true, error);
        page.RequestFailed += (_, request) => Note(true, $"{request.Url}: {request.Failure}");
        page.Response += (_, answer) => Note(answer.Status >= 400, $"{answer.Status} {answer.Url}");
        page.Request += (_, request) => Note(
            request.Url.StartsWith("http", StringComparison.Ordinal) && !request.Url.StartsWith($"{address}", StringComparison.Ordinal),
            $"asks another host: {request.Url}");
        return trouble;

        void Note(bool isTrouble, string what)
        {
            if (isTrouble)
            {
                trouble.Enqueue(what);
            }
        }
    }

    // Labels a reader sees; what the drawing shows is the flow's own.
    private static async Task<IReadOnlyList<string>> EnglishAsync(IFrameLocator frame)
    {
        var shown = await frame.Locator("#slot").EvaluateAsync<string[]>(
            """
            slot => {
              const texts = document.createTreeWalker(slot, NodeFilter.SHOW_TEXT)
              const found = []
              while (texts.nextNode()) {
                const around = texts.currentNode.parentElement
                if (around.checkVisibility() && !around.closest('.graph-container, .monaco-editor, script, style')) found.push(texts.currentNode.data.trim())
              }
              return found
            }
            """);
        return [.. shown.Where(text => English().IsMatch(text) && !NoLabels.Contains(text)).Distinct()];
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z .,'’-]{2,}$")]
    private static partial Regex English();
}
