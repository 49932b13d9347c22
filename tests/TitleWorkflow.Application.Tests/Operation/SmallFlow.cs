using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Engine;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Tests.Operation;

/// <summary>Flows of one or two steps, started without a case: all that waiting needs.</summary>
internal static class SmallFlow
{
    /// <summary>Waits an hour; with <paramref name="then"/>, a script, it goes on with that.</summary>
    public static string WaitsAnHour(string? then = null) => Document(
        Step("wait", "Elsa.Delay", ("timeSpan", "TimeSpan", "Literal", "01:00:00")),
        then is null
            ? Step("end", "Elsa.End")
            : Step("script", "Elsa.RunJavaScript", ("script", "String", "Literal", then)));

    /// <summary>Waits for an event.</summary>
    public static string WaitsFor(string name) => Document(
        Step("wait", "Elsa.Event", ("eventName", "String", "Literal", name)), Step("end", "Elsa.End"));

    /// <summary>Starts whenever an event happens, and ends.</summary>
    public static string StartsOn(string name) => Document(
        Starter(Step("begin", "Elsa.Event", ("eventName", "String", "Literal", name))), Step("end", "Elsa.End"));

    /// <summary>Starts at the moments of a cron expression and waits an hour; <paramref name="single"/>: one at a time.</summary>
    public static string StartsAt(string cron, bool single = false)
    {
        var document = JsonNode.Parse(Document(
            Starter(Step("begin", "Elsa.Cron", ("cronExpression", "String", "Literal", cron))),
            Step("wait", "Elsa.Delay", ("timeSpan", "TimeSpan", "Literal", "01:00:00"))))!;
        document["options"] = new JsonObject { ["activationStrategyType"] = single ? "Singleton" : null };
        return document.ToJsonString();
    }

    /// <summary>Stores and publishes a flow under its id.</summary>
    public static Task PublishAsync(this Product product, string id, string json) => product.StoreAsync(new WorkflowVersion
    {
        Id = id + "-1",
        DefinitionId = id,
        Version = 1,
        Name = id,
        Json = json,
        ContentHash = id,
        CreatedAt = product.Clock.GetUtcNow(),
        IsPublished = true,
    });

    /// <summary>Starts an instance under an id.</summary>
    public static Task StartAsync(this Product product, string flow, string instance, string? correlation = null) =>
        product.InScopeAsync(Sender.Nobody, async scope =>
        {
            await scope.GetRequiredService<WorkflowEngine>().StartAsync(
                new StartWorkflow(flow) { InstanceId = instance, CorrelationId = correlation, By = "test" }, default);
            await scope.GetRequiredService<ChangeWriter>().CommitAsync(scope.GetRequiredService<TitleDb>(), [], default);
            return true;
        });

    /// <summary>How an instance stands: <c>Running/Suspended</c>.</summary>
    public static Task<string> StatusAsync(this Product product, string instance) => product.ReadAsync(db =>
        db.WorkflowInstances.Where(i => i.Id == instance).Select(i => i.Status + "/" + i.SubStatus).SingleAsync());

    private static string Document(params JsonObject[] steps) => new JsonObject
    {
        ["root"] = new JsonObject
        {
            ["id"] = "flow",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = new JsonArray([.. steps]),
            ["connections"] = new JsonArray([.. steps.Zip(steps.Skip(1)).Select(pair => new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = pair.First["id"]!.GetValue<string>(), ["port"] = "Done" },
                ["target"] = new JsonObject { ["activity"] = pair.Second["id"]!.GetValue<string>(), ["port"] = "In" },
            })]),
        },
    }.ToJsonString();

    private static JsonObject Starter(JsonObject step)
    {
        step["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        return step;
    }

    private static JsonObject Step(string id, string type, params (string Name, string Type, string Syntax, string Value)[] inputs)
    {
        var step = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var input in inputs)
        {
            step[input.Name] = new JsonObject
            {
                ["typeName"] = input.Type,
                ["expression"] = new JsonObject { ["type"] = input.Syntax, ["value"] = input.Value },
            };
        }

        return step;
    }
}
