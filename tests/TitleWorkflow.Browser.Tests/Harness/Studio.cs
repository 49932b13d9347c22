using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>The official designer in its frame, as somebody with a mouse and a keyboard uses it.</summary>
internal sealed partial class Studio
{
    // The designer is a program of ten megabytes that is interpreted; on a busy machine it takes more than a minute to start.
    public const float Patience = 240_000;

    // Where a line can be met with the mouse, and which it is.
    private const string PointOnWay = """
        (canvas, [step, port]) => {
          const middle = e => { const box = e.getBoundingClientRect(); return { x: box.x + box.width / 2, y: box.y + box.height / 2 } }
          const from = middle(canvas.querySelector(`.x6-node[data-cell-id='${step}'] [port='${port}'] circle`))
          for (const way of canvas.querySelectorAll('.x6-edge')) {
            const line = way.querySelector('path')
            const at = length => { const p = line.getPointAtLength(length); return new DOMPoint(p.x, p.y).matrixTransform(line.getScreenCTM()) }
            if (Math.hypot(at(0).x - from.x, at(0).y - from.y) > 6) continue
            const all = line.getTotalLength()
            for (let length = all / 4; length < all; length += 2) {
              const point = at(length)
              if (way.contains(document.elementFromPoint(point.x, point.y))) return { id: way.dataset.cellId, x: point.x, y: point.y }
            }
          }
        }
        """;

    private const string EmptyPoint = """
        canvas => {
          const box = canvas.getBoundingClientRect()
          for (let y = box.bottom - 20; y > box.top; y -= 15) {
            for (let x = box.right - 20; x > box.left; x -= 15) {
              if (document.elementFromPoint(x, y)?.classList.contains('x6-graph-svg')) return { x, y }
            }
          }
        }
        """;

    private readonly IPage page;
    private readonly Channel<IResponse> answers = Channel.CreateUnbounded<IResponse>();

    /// <summary>The designer on a page that has it, or will.</summary>
    public Studio(IPage page)
    {
        this.page = page;
        Frame = page.FrameLocator("iframe.zp-design");
        page.Response += (_, answer) =>
        {
            if (answer.Url.Contains("/elsa/api/", StringComparison.Ordinal))
            {
                answers.Writer.TryWrite(answer);
            }
        };
    }

    /// <summary>What the designer shows.</summary>
    public IFrameLocator Frame { get; }

    private ILocator Canvas => Frame.Locator(".graph-container");

    /// <summary>How often a case came to a step; green where it is done, amber where it waits.</summary>
    public ILocator Visits(string step) => Frame.Locator($".x6-node[data-cell-id='{step}'] .mud-badge");

    /// <summary>Opens a flow from its own page.</summary>
    public static async Task<Studio> OpenAsync(IPage page, string flow, int steps)
    {
        var studio = new Studio(page);
        await page.GotoAsync($"/flows/{flow}");
        await page.GetByRole(AriaRole.Link, new() { Name = "在设计器中打开" }).ClickAsync();
        await studio.ShowsAsync(steps);
        return studio;
    }

    /// <summary>Waits until the drawing has that many steps.</summary>
    public Task ShowsAsync(int steps) => Expect(Frame.Locator(".x6-node")).ToHaveCountAsync(steps, new() { Timeout = Patience });

    /// <summary>Makes the drawing fit into its place.</summary>
    public Task FitAsync() => Frame.Locator("button.mud-icon-button").Filter(new() { Visible = true }).First.ClickAsync();

    /// <summary>Does something, and waits until what it changes is saved and taken over.</summary>
    /// <param name="act">What is done.</param>
    /// <param name="until">Tells the save from earlier ones.</param>
    /// <returns>The draft as it was saved.</returns>
    public async Task<JsonElement> SavedAfterAsync(Func<Task> act, Func<JsonElement, bool> until)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(Patience));
        await act();
        JsonElement? saved = null;
        while (true)
        {
            var answer = await answers.Reader.ReadAsync(patience.Token);

            // After each save the designer asks for all descriptions again; then it has taken the saved state over.
            if (saved is { } draft && answer.Url.Contains("/descriptors/activities", StringComparison.Ordinal))
            {
                return draft;
            }

            if (answer.Request.Method == "POST" && answer.Url.EndsWith("/workflow-definitions", StringComparison.Ordinal)
                && (await answer.JsonAsync())!.Value.TryGetProperty("workflowDefinition", out var design) && until(design))
            {
                saved = design;
            }
        }
    }

    /// <summary>Drags a step to another place.</summary>
    public async Task MoveAsync(string step, float right, float down)
    {
        var from = await MiddleAsync(Frame.Locator($".x6-node[data-cell-id='{step}'] .activity-content"));
        await DragAsync(from, (from.X + right, from.Y + down));
    }

    /// <summary>Drags a step out of the list on the left to a place above another.</summary>
    public async Task DropAboveAsync(string category, string step, string other)
    {
        await Frame.Locator(".mud-expand-panel-header", new() { HasTextString = category }).First.ClickAsync();
        var offered = Frame.Locator(".mud-expand-panel-content [draggable=true]", new() { HasTextString = step })
            .Filter(new() { Visible = true }).First;
        await offered.HoverAsync();
        var canvas = (await Canvas.BoundingBoxAsync())!;
        var place = (await Frame.Locator($".x6-node[data-cell-id='{other}']").BoundingBoxAsync())!;
        await offered.DragToAsync(Canvas, new() { TargetPosition = new() { X = place.X - canvas.X - 20, Y = place.Y - canvas.Y - 70 } });
    }

    /// <summary>Takes away the line that leaves a step.</summary>
    public async Task CutAsync(string step, string port)
    {
        var way = await Canvas.EvaluateAsync<JsonElement>(PointOnWay, new[] { step, port });
        var point = await OnPageAsync(way);
        await page.Mouse.MoveAsync(point.X - 1, point.Y);
        await page.Mouse.MoveAsync(point.X, point.Y);
        var remove = await MiddleAsync(Frame.Locator(
            $".x6-edge-tools[data-cell-id='{way.GetProperty("id").GetString()}'] [data-tool-name='button-remove']").First);
        await page.Mouse.ClickAsync(remove.X, remove.Y);
    }

    /// <summary>Draws a line from a port of one step to another step.</summary>
    public async Task ConnectAsync(string step, string port, string other) => await DragAsync(
        await MiddleAsync(Frame.Locator($".x6-node[data-cell-id='{step}'] [port='{port}'] circle").First),
        await MiddleAsync(Frame.Locator($".x6-node[data-cell-id='{other}'] [port='In'] circle").First));

    /// <summary>Lets go of what is selected: a line is not drawn from a selected step.</summary>
    public async Task DeselectAsync()
    {
        var point = await OnPageAsync(await Canvas.EvaluateAsync<JsonElement>(EmptyPoint));
        await page.Mouse.ClickAsync(point.X, point.Y);
        await Expect(Frame.Locator(".x6-node-selected")).ToHaveCountAsync(0);
    }

    /// <summary>Turns to one of the sheets below the drawing.</summary>
    public Task TurnToAsync(string sheet) => Frame.Locator(".mud-tab", new() { HasTextRegex = Whole(sheet) })
        .Filter(new() { Visible = true }).First.ClickAsync();

    /// <summary>Picks from a list on the sheet.</summary>
    public async Task PickAsync(string label, string option)
    {
        await Field(label).ClickAsync();
        await Frame.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).ClickAsync();
    }

    /// <summary>Writes into a field of the sheet.</summary>
    public async Task WriteAsync(string label, string text, string confirm = "Tab")
    {
        var input = Field(label).Locator("input");
        await input.FillAsync(text);
        await input.PressAsync(confirm);
    }

    /// <summary>Presses the button with the disk: everything is saved, changed or not.</summary>
    public Task SaveAsync() => Frame.Locator(".mud-toolbar .elsa-toolbar-icon button").ClickAsync();

    /// <summary>Presses the button with the cloud.</summary>
    public Task PublishAsync() => Frame.Locator("button.mud-icon-button.mud-primary-text").Filter(new() { Visible = true }).First.ClickAsync();

    /// <summary>Chooses from the menu beside that button.</summary>
    public async Task ChooseAsync(string entry)
    {
        await Frame.Locator(".mud-menu-icon-button-activator").Filter(new() { Visible = true }).First.ClickAsync();
        await Frame.Locator(".mud-menu-item", new() { HasTextRegex = Whole(entry) }).ClickAsync();
    }

    /// <summary>Labels a reader of Chinese sees in English; what the drawing shows is the flow's own.</summary>
    public async Task<IReadOnlyList<string>> EnglishAsync(params string[] proper)
    {
        var shown = await Frame.Locator("#slot").EvaluateAsync<string[]>(
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
        return [.. shown.Where(text => English().IsMatch(text) && !proper.Contains(text)).Distinct()];
    }

    private ILocator Field(string label) => Frame
        .Locator(".mud-input-control", new() { Has = page.Locator("label", new() { HasTextRegex = Whole(label) }) })
        .Filter(new() { Visible = true }).First;

    private async Task DragAsync((float X, float Y) from, (float X, float Y) to)
    {
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((from.X + to.X) / 2, (from.Y + to.Y) / 2, new() { Steps = 6 });
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 6 });
        await page.Mouse.UpAsync();
    }

    private async Task<(float X, float Y)> OnPageAsync(JsonElement inFrame)
    {
        var box = (await page.Locator("iframe.zp-design").BoundingBoxAsync())!;
        return (box.X + inFrame.GetProperty("x").GetSingle(), box.Y + inFrame.GetProperty("y").GetSingle());
    }

    private static async Task<(float X, float Y)> MiddleAsync(ILocator locator)
    {
        var box = (await locator.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    private static Regex Whole(string text) => new($@"^\s*{Regex.Escape(text)}\s*$");

    [GeneratedRegex("^[A-Za-z][A-Za-z .,'’-]{2,}$")]
    private static partial Regex English();
}
