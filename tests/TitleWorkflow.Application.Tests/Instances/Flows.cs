using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Engine;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Tests.Instances;

/// <summary>The shipped flow as a designer might change it, published by a second person.</summary>
internal static class Flows
{
    private const string Flow = "title-review";

    /// <summary>Publishes a further version; new cases take it.</summary>
    public static async Task<string> PublishAsync(this Product product, Action<JsonNode> change)
    {
        var latest = await product.ReadAsync(db => db.WorkflowVersions.AsNoTracking().Where(v => v.DefinitionId == Flow)
            .OrderByDescending(v => v.Version).FirstAsync());
        var document = JsonNode.Parse(latest.Json)!;
        change(document);
        var id = $"{Flow}-{latest.Version + 1}";
        await product.StoreAsync(new WorkflowVersion
        {
            Id = id,
            DefinitionId = Flow,
            Version = latest.Version + 1,
            Name = latest.Name,
            Json = document.ToJsonString(),
            ContentHash = id,
            CreatedAt = product.Clock.GetUtcNow(),
            CreatedBy = DemoPeople.Id("designer").Value,
        });
        await product.SendAs("designer2", new PublishFlowVersion.Command(id));
        return id;
    }

    /// <summary>
    /// A script before the first step that fails as long as the variable <c>ready</c> is false, and says more than it should.
    /// </summary>
    public static void AddGate(JsonNode flow) => flow.AddScript(
        "gate", "check", "declare",
        "if (!variables.ready) { throw new Error('closed for ' + String.fromCharCode(0x738b, 0x5c0f, 0x660e)); }");

    /// <summary>Variables for <see cref="AddGate"/>.</summary>
    public static void AddVariables(JsonNode flow) => flow["variables"] = new JsonArray(
        Variable("ready", "Boolean", "false"), Variable("rounds", "Int32", "2"), Variable("applicant", "String", "方知遥"));

    /// <summary>A script that is entered from where <paramref name="into"/> was entered from, and leads there.</summary>
    public static void AddScript(this JsonNode flow, string id, string name, string into, string script)
    {
        var chart = flow["root"]!;
        foreach (var connection in chart["connections"]!.AsArray().Where(c => (string?)c!["target"]!["activity"] == into))
        {
            connection!["target"]!["activity"] = id;
        }

        chart["activities"]!.AsArray().Add(new JsonObject
        {
            ["id"] = id,
            ["type"] = "Elsa.RunJavaScript",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["displayText"] = name },
            ["script"] = new JsonObject
            {
                ["typeName"] = "String",
                ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = script },
            },
        });
        flow.Connect(id, "Done", into);
    }

    /// <summary>A task of an office, passed or not, that is entered from where <paramref name="into"/> was entered from, and leads there.</summary>
    public static void AddTask(this JsonNode flow, string id, string name, string into)
    {
        var chart = flow["root"]!;
        foreach (var connection in chart["connections"]!.AsArray().Where(c => (string?)c!["target"]!["activity"] == into))
        {
            connection!["target"]!["activity"] = id;
        }

        var task = chart["activities"]!.AsArray().Single(a => (string?)a!["id"] == into)!.DeepClone();
        task.AsObject().Remove("hop");
        task["id"] = id;
        task["metadata"]!["displayText"] = name;
        task["outcomes"]!["expression"]!["value"] = "[\"Pass\"]";
        task["reasonOutcomes"]!["expression"]!["value"] = "[]";
        chart["activities"]!.AsArray().Add(task);
        flow.Connect(id, "Pass", into);
    }

    /// <summary>Takes a step out: what led there leads on, and what only it led to goes with it.</summary>
    public static void Bypass(this JsonNode flow, string step, string to)
    {
        var chart = flow["root"]!;
        var connections = chart["connections"]!.AsArray();
        foreach (var gone in connections.Where(c => (string?)c!["source"]!["activity"] == step).ToList())
        {
            connections.Remove(gone);
        }

        foreach (var connection in connections.Where(c => (string?)c!["target"]!["activity"] == step))
        {
            connection!["target"]!["activity"] = to;
        }

        var activities = chart["activities"]!.AsArray();
        activities.Remove(activities.Single(a => (string?)a!["id"] == step));
        foreach (var left in activities.Select(a => (string)a!["id"]!).Where(id => id != "start"
            && connections.All(c => (string?)c!["target"]!["activity"] != id)).ToList())
        {
            activities.Remove(activities.Single(a => (string?)a!["id"] == left));
            connections.Where(c => (string?)c!["source"]!["activity"] == left).ToList().ForEach(c => connections.Remove(c));
        }
    }

    /// <summary>Draws a connection.</summary>
    public static void Connect(this JsonNode flow, string from, string port, string to) =>
        flow["root"]!["connections"]!.AsArray().Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        });

    /// <summary>Gives a step another id.</summary>
    public static void Rename(this JsonNode flow, string from, string to)
    {
        var chart = flow["root"]!;
        chart["activities"]!.AsArray().Single(a => (string?)a!["id"] == from)!["id"] = to;
        foreach (var end in chart["connections"]!.AsArray().SelectMany(c => new[] { c!["source"]!, c["target"]! })
            .Where(e => (string?)e["activity"] == from))
        {
            end["activity"] = to;
        }
    }

    /// <summary>A declaration whose flow has failed at the gate.</summary>
    public static async Task<(Product Product, DeclarationId Case)> HaltedAsync(DatabaseProvider database)
    {
        var product = await Product.WithCityAsync(database);
        await product.PublishAsync(flow =>
        {
            AddVariables(flow);
            AddGate(flow);
        });
        var started = await product.SendAs("applicant", new StartDeclaration.Command(DemoCity.Plan));
        return (product, started.Declaration);
    }

    /// <summary>Starts an instance of a flow of a test's own, past every use case; returns its id.</summary>
    /// <param name="product">The product.</param>
    /// <param name="root">The outermost activity, as JSON.</param>
    /// <param name="correlationId">The case it counts for; null for none.</param>
    public static async Task<string> StartAsync(this Product product, string root, string? correlationId = null)
    {
        var id = $"flow-{Guid.NewGuid():N}";
        var json = $$"""{ "definitionId": "{{id}}", "name": "试验流程", "root": {{root}} }""";
        await product.StoreAsync(new WorkflowVersion
        {
            Id = id + "-1",
            DefinitionId = id,
            Version = 1,
            Name = "试验流程",
            Json = json,
            ContentHash = id,
            CreatedAt = product.Clock.GetUtcNow(),
            IsPublished = true,
            PublishedAt = product.Clock.GetUtcNow(),
        });
        return await product.InScopeAsync(Sender.Nobody, async scope =>
        {
            var run = await scope.GetRequiredService<WorkflowEngine>().StartAsync(
                new StartWorkflow(id) { CorrelationId = correlationId, By = "clock" }, default);
            await scope.GetRequiredService<TitleDb>().SaveChangesAsync();
            return run.InstanceId;
        });
    }

    /// <summary>One step that waits for a named event for ever.</summary>
    public const string Waiting = """
        { "id": "wait", "type": "Elsa.Event", "version": 1, "metadata": { "displayText": "等待回执" },
          "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "Receipt" } } }
        """;

    private static JsonObject Variable(string name, string type, string value) => new()
    {
        ["id"] = name,
        ["name"] = name,
        ["typeName"] = type,
        ["isArray"] = false,
        ["value"] = value,
        ["storageDriverTypeName"] = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
    };
}
