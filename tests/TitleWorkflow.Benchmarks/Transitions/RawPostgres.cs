using System.Diagnostics;
using Npgsql;

namespace TitleWorkflow.Benchmarks.Transitions;

/// <summary>The classic way on PostgreSQL: eight connections, a transaction of five round trips for each transition.</summary>
internal sealed class RawPostgres(string connectionString)
{
    private const int Connections = 8;
    private const int Instances = 10_000;

    private static readonly string State = new('s', 2048);

    public async Task CreateAsync()
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand($"""
            CREATE TABLE raw_instance (id bigint PRIMARY KEY, version int NOT NULL, node text NOT NULL, state text NOT NULL);
            CREATE TABLE raw_journal (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, instance bigint NOT NULL, event text NOT NULL);
            CREATE TABLE raw_task (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, instance bigint NOT NULL, open boolean NOT NULL, title text NOT NULL);
            CREATE INDEX ON raw_task (instance) WHERE open;
            INSERT INTO raw_instance SELECT n, 0, 'start', repeat('s', 2048) FROM generate_series(0, {Instances - 1}) n;
            INSERT INTO raw_task (instance, open, title) SELECT n, true, 'task' FROM generate_series(0, {Instances - 1}) n;
            """);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Transitions per second over at least <paramref name="atLeast"/>.</summary>
    public async Task<double> MeasureAsync(TimeSpan atLeast)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var start = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, Connections).Select(lane => Task.Run(async () =>
        {
            await using var connection = await source.OpenConnectionAsync();
            var (random, own) = (new Random(lane), 0);
            while (Stopwatch.GetElapsedTime(start) < atLeast)
            {
                // Each lane has instances of its own: nobody waits for anybody's row.
                await TransitAsync(connection, (random.Next(Instances / Connections) * Connections) + lane);
                own++;
            }

            return own;
        })));
        return done.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task TransitAsync(NpgsqlConnection connection, long instance)
    {
        // The driver sends BEGIN along with the first statement; each statement and the commit are a round trip.
        await using var transaction = await connection.BeginTransactionAsync();
        var version = (int)(await Statement("SELECT version, node, state FROM raw_instance WHERE id = $1", instance).ExecuteScalarAsync())!;
        await Statement("UPDATE raw_instance SET version = version + 1, state = $3 WHERE id = $1 AND version = $2", instance, version, State)
            .ExecuteNonQueryAsync();
        await Statement("INSERT INTO raw_journal (instance, event) VALUES ($1, 'Completed'), ($1, 'Started'), ($1, 'mail')", instance)
            .ExecuteNonQueryAsync();
        await Statement(
            "WITH closed AS (UPDATE raw_task SET open = false WHERE instance = $1 AND open) "
            + "INSERT INTO raw_task (instance, open, title) VALUES ($1, true, 'task')", instance).ExecuteNonQueryAsync();
        await transaction.CommitAsync();

        NpgsqlCommand Statement(string sql, params ReadOnlySpan<object> values)
        {
            var command = new NpgsqlCommand(sql, connection);
            foreach (var value in values)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            return command;
        }
    }
}
