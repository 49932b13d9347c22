using System.Globalization;
using System.Text.Json.Nodes;
using TitleWorkflow.Benchmarks.Measuring;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Benchmarks.Engine;

/// <summary>P10: an instance of twenty automatic steps in a flowchart, in memory, from start to finish.</summary>
internal sealed class AutomaticSteps : IBenchmark, IServiceProvider
{
    private const int Steps = 20;

    public IReadOnlyList<string> Names { get; } = ["P10"];

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        var store = new MemoryStore(new StoredDefinition("steps-1", "steps", 1, Json()));
        var compiled = new CompiledDefinitions();
        var catalog = ActivityCatalog.FromAssemblies();
        var instances = bench.Size(2_000, 20_000);
        var costs = await bench.Rounds.RunAsync(async () => (await Cpu.OfAsync(async () =>
        {
            for (var i = 0; i < instances; i++)
            {
                var engine = new WorkflowEngine(store, store, compiled, catalog, TimeProvider.System, this);
                var run = await engine.StartAsync(new StartWorkflow("steps") { By = "bench" }, ct);
                if (run.SubStatus != WorkflowSubStatus.Finished)
                {
                    throw new InvalidOperationException($"The flow of automatic steps ended {run.SubStatus}.");
                }
            }
        })).TotalMicroseconds / instances);
        var median = costs.Median();
        bench.Board.Report("P10", median, median, "CPU us for 20 automatic steps in memory", Goal.AtMost(300, 100));
    }

    object? IServiceProvider.GetService(Type serviceType) => null;

    private static string Json()
    {
        var ids = Enumerable.Range(1, Steps).Select(i => $"step{i.ToString(CultureInfo.InvariantCulture)}").ToList();
        return new JsonObject
        {
            ["definitionId"] = "steps",
            ["version"] = 1,
            ["variables"] = new JsonArray(new JsonObject { ["id"] = "n", ["name"] = "n", ["typeName"] = "Int32", ["value"] = "0" }),
            ["root"] = new JsonObject
            {
                ["id"] = "chart",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray([.. ids.Select(Step)]),
                ["connections"] = new JsonArray([.. ids.Zip(ids.Skip(1), Connection)]),
            },
        }.ToJsonString();
    }

    private static JsonNode Step(string id) => new JsonObject
    {
        ["id"] = id,
        ["type"] = "Elsa.SetVariable",
        ["variable"] = new JsonObject { ["id"] = "n", ["name"] = "n", ["typeName"] = "Int32" },
        ["value"] = new JsonObject
        {
            ["typeName"] = "Int32",
            ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = 1 },
        },
    };

    private static JsonNode Connection(string from, string to) => new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = "Done" },
        ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
    };
}
