using System.Globalization;
using System.Text.Json.Nodes;
using TitleWorkflow.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace TitleWorkflow.Web.Tests.Workflows.Fuzz;

public sealed class FuzzServer : Server;

/// <summary>
/// Spoilt documents never crash the server, and none that is published lets a case break the regulation, as the clerk with the
/// paper judges it. <c>TITLEWORKFLOW_FUZZ</c> says how many are tried, <c>TITLEWORKFLOW_FUZZ_SEED</c> where chance begins.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Few = 300;
    private const int ForOneServer = 500;

    private static readonly string[] FlowsOfCases = ["specialised-nomination", "title-review"];

    [Fact]
    public async Task No_spoilt_document_crashes_the_server_or_gets_published_below_the_regulation()
    {
        var count = Setting("TITLEWORKFLOW_FUZZ", Few);
        var seed = Setting("TITLEWORKFLOW_FUZZ_SEED", 20261126);
        var originals = Originals();
        output.WriteLine($"seed {seed}");

        var tally = new FuzzTally();
        var batches = Enumerable.Range(0, count).Chunk(ForOneServer);
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = 2 * Environment.ProcessorCount }, async (batch, _) =>
        {
            var found = await RunAsync(batch, seed, originals);
            lock (output)
            {
                output.WriteLine($"{tally.Add(found)}");
            }
        });

        Assert.True(tally.Findings.Count == 0, string.Join('\n', tally.Findings));
        Assert.True(count < Few || tally is { Published: > 0, Certificates: > 0 }, $"Nothing was tried: {tally}");
    }

    private static async Task<FuzzTally> RunAsync(int[] batch, int seed, List<(string Name, JsonObject Document)> originals)
    {
        var tally = new FuzzTally();
        var server = new FuzzServer();
        await server.InitializeAsync();
        var round = new FuzzRound(await server.As("designer"), await server.As("designer2"), server.Errors, tally);
        await round.Approve(SubFlow.All, originals.Find(o => o.Name == "title-review").Document);
        foreach (var i in batch)
        {
            var chance = new Random(seed + i);

            // The flows of cases are what a designer changes; the others show the rest of the format.
            var flow = chance.Next(4) > 0 ? FlowsOfCases[chance.Next(FlowsOfCases.Length)] : originals[chance.Next(originals.Count)].Name;
            var (name, original) = originals.Find(o => o.Name == flow);
            var (document, done) = new Mutation(chance, round.Parts).Of(original);
            await round.Try(document, $"seed {seed + i} {name} {string.Join('+', done)}", chance);
        }

        await server.DisposeAsync();
        return tally;
    }

    private static List<(string Name, JsonObject Document)> Originals() =>
    [
        .. new[] { "workflows", "Documents" }.Select(folder => Path.Combine(AppContext.BaseDirectory, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
            .Select(file => (Path.GetFileNameWithoutExtension(file), JsonNode.Parse(File.ReadAllText(file))!.AsObject())),
    ];

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
