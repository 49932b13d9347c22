using System.Text.Json.Nodes;
using Microsoft.Playwright;
using TitleWorkflow.CrashDrill;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>
/// The built program with two versions of its flow: as shipped, and, in force, with a script in front that fails until a
/// variable is set.
/// </summary>
public sealed class GatedSite : IAsyncLifetime, IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("title-gated-").FullName;
    private ServerProcess? server;
    private Chromium? chromium;

    public async Task InitializeAsync()
    {
        if (!Chromium.IsInstalled)
        {
            return;
        }

        var flows = Directory.CreateDirectory(Path.Combine(folder, "flows")).FullName;
        var shipped = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "workflows", "title-review.json"));
        await File.WriteAllTextAsync(Path.Combine(flows, "1.json"), shipped);
        await File.WriteAllTextAsync(Path.Combine(flows, "2.json"), Gated(shipped));
        server = new ServerProcess(folder, new Dictionary<string, string> { ["Workflows__Directory"] = flows });
        await server.StartAsync(CancellationToken.None);
        chromium = await Chromium.LaunchAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        if (server is not null)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A browser context in which somebody has signed in.</summary>
    public async Task<IBrowserContext> OpenAsync(string userName)
    {
        Chromium.Require();
        var context = await chromium!.NewContextAsync(server!.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator($"button[value='{userName}']").DispatchEventAsync("click");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await page.CloseAsync();

        return context;
    }

    internal static string Gated(string shipped)
    {
        var flow = JsonNode.Parse(shipped)!;
        flow["variables"] = JsonNode.Parse(
            """
            [ { "id": "ready", "name": "ready", "typeName": "Boolean", "value": "false",
                "storageDriverTypeName": "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core" } ]
            """);
        var chart = flow["root"]!;
        chart["connections"]!.AsArray().Single(c => (string?)c!["source"]!["activity"] == "start")!["target"]!["activity"] = "gate";
        chart["connections"]!.AsArray().Add(JsonNode.Parse(
            """{ "source": { "activity": "gate", "port": "Done" }, "target": { "activity": "declare", "port": "In" } }"""));
        chart["activities"]!.AsArray().Add(JsonNode.Parse(
            """
            { "id": "gate", "type": "Elsa.RunJavaScript", "version": 1, "metadata": { "displayText": "前置检查" },
              "script": { "typeName": "String", "expression": { "type": "Literal",
                "value": "if (!variables.ready) { throw new Error('closed for ' + String.fromCharCode(0x738b, 0x5c0f, 0x660e)); }" } } }
            """));
        return flow.ToJsonString();
    }
}
