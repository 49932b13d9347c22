using System.Text.Json;
using Npgsql;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Benchmarks.Crowds;
using TitleWorkflow.Benchmarks.Measuring;
using TitleWorkflow.Benchmarks.Product;

namespace TitleWorkflow.Benchmarks.Reading;

/// <summary>
/// P5b: pages of 8 KB that PostgreSQL touches for the first page of an inbox, in all its statements together, by its own account
/// (EXPLAIN ANALYZE, BUFFERS) of what the product sends.
/// </summary>
internal sealed class PagesTouched : IBenchmark
{
    public IReadOnlyList<string> Names { get; } = ["P5b"];

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        await using var database = await PostgresDatabase.CreateAsync();
        if (database is null)
        {
            bench.Board.Skip("P5b", PostgresDatabase.Missing);
            return;
        }

        var cases = bench.Size(50_000, 1_000_000);
        await using var product = await CrowdedProduct.CreateAsync(database.Options, bench.Folder, cases);
        foreach (var view in new[] { ListInbox.View.Mine, ListInbox.View.Available })
        {
            using var statements = new Statements();
            await product.SendAsync(CrowdedProduct.Officer, new ListInbox.Query(view), ct);
            var pages = 0;
            await using var connection = new NpgsqlConnection(database.Options.ConnectionString);
            await connection.OpenAsync(ct);
            foreach (var (text, parameters) in statements.Heard)
            {
                pages += await PagesAsync(connection, text, parameters, ct);
            }

            bench.Board.Report(
                "P5b", pages, pages, $"pages in {statements.Heard.Count} statements, inbox \"{view}\" of {cases} cases", Goal.AtMost(8, 5));
        }
    }

    private static async Task<int> PagesAsync(
        NpgsqlConnection connection, string text, IReadOnlyList<(string Name, object? Value)> parameters, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + text, connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync(ct))!);
        var top = plan.RootElement[0].GetProperty("Plan");
        return top.GetProperty("Shared Hit Blocks").GetInt32() + top.GetProperty("Shared Read Blocks").GetInt32();
    }
}
