using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using FsCheck.Fluent;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Experts;

/// <summary>The verifier anybody may download is another program in another language; it must come to the same.</summary>
public sealed class DrawVerifierTests
{
    private const int Many = 1000;

    [Fact]
    public async Task It_repeats_a_thousand_draws()
    {
        var verdicts = await VerifyAsync(Records(Many));

        Assert.Equal(Many, verdicts.Count);
        Assert.All(verdicts, v => Assert.Equal("ok", v));
    }

    [Fact]
    public async Task It_rejects_every_record_of_which_one_value_was_altered()
    {
        var altered = Altered(JsonNode.Parse(Records(1).Single())!).ToList();

        var verdicts = await VerifyAsync(altered.Select(a => a.Json));

        Assert.True(altered.Count > 150);
        Assert.DoesNotContain(altered.Zip(verdicts, (a, v) => (a.Path, Verdict: v)), x => x.Verdict == "ok");
    }

    private static IEnumerable<string> Records(int count) => DrawPools.Real
        .Where(d => DrawAlgorithm.Shortage(d.Pool, d.Policy) is null)
        .Sample(count).Select((d, i) => Record(d.Pool, d.Policy, i).ToJson());

    private static DrawRecord Record(DrawPool pool, DrawPolicy policy, int number)
    {
        var round = 1 + (number % 3);
        var occasion = new DrawOccasion(
            PlanId.New(), OrganisationId.New(), TitleLevel.DeputySenior, Qingtan.Day("2022-12-06"), 24);
        var draw = ExpertDraw.Freeze(
            occasion, pool, policy, round, round == 1 ? null : "上一轮候补用尽", Qingtan.Time("2022-11-28"));
        draw.Draw([$"8 2 {number}", $"é{number}"], PersonId.New(), Qingtan.Day("2022-12-02"), Qingtan.Time("2022-12-01"));
        return DrawRecord.Of(draw);
    }

    // Every value of the record in turn becomes another one that is just as well formed.
    private static IEnumerable<(string Path, string Json)> Altered(JsonNode record)
    {
        foreach (var path in Leaves(record).Select(l => l.GetPath()).ToList())
        {
            var copy = record.DeepClone();
            var leaf = Leaves(copy).Single(l => l.GetPath() == path);
            leaf.ReplaceWith(leaf.GetValueKind() switch
            {
                System.Text.Json.JsonValueKind.Number => leaf.GetValue<int>() + 1,
                System.Text.Json.JsonValueKind.String => (JsonNode)Other(leaf.GetValue<string>()),
                _ => !leaf.GetValue<bool>(),
            });
            yield return (path, copy.ToJsonString());
        }
    }

    private static string Other(string text) => (text[^1] == '0' ? '1' : '0') is var last ? text[..^1] + last : text;

    private static IEnumerable<JsonNode> Leaves(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Leaves(p.Value)),
        JsonArray a => a.SelectMany(Leaves),
        null => [],
        _ => [node],
    };

    private static async Task<IReadOnlyList<string>> VerifyAsync(IEnumerable<string> records, [CallerFilePath] string here = "")
    {
        var script = Path.Combine(
            Path.GetDirectoryName(here)!, "../../../src/TitleWorkflow.Web/wwwroot/verify/verify-draw.mjs");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, records);
            using var node = Process.Start(new ProcessStartInfo("node", [script, file]) { RedirectStandardOutput = true })!;
            var output = await node.StandardOutput.ReadToEndAsync();
            await node.WaitForExitAsync();
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
