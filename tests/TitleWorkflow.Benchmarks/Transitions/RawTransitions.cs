using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace TitleWorkflow.Benchmarks.Transitions;

/// <summary>
/// The physical ceiling: a bare loop on SQLite with 64 raw transitions per commit, synchronous FULL. One raw transition is a
/// prepared select of the instance, a guarded update with a state of 2 KB, two journal lines, one outbox line, one task closed,
/// one task added, one counter changed.
/// </summary>
internal sealed class RawTransitions : IDisposable
{
    private const int PerCommit = 64;
    private const int Instances = 10_000;

    private static readonly string State = new('s', 2048);

    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin, commit, select, update, journal, outbox, close, open, count;
    private readonly Random random = new(1);
    private readonly long[] openTask = new long[Instances];
    private long next;

    public RawTransitions(string folder)
    {
        connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=False");
        connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536");
        Execute("""
            CREATE TABLE instance (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, node TEXT NOT NULL, state TEXT NOT NULL);
            CREATE TABLE journal (id INTEGER PRIMARY KEY, instance INTEGER NOT NULL, at INTEGER NOT NULL, event TEXT NOT NULL);
            CREATE TABLE outbox (id INTEGER PRIMARY KEY, due INTEGER NOT NULL, body TEXT NOT NULL);
            CREATE TABLE task (id INTEGER PRIMARY KEY, instance INTEGER NOT NULL, assignee INTEGER NOT NULL, due INTEGER NOT NULL,
                open INTEGER NOT NULL, title TEXT NOT NULL);
            CREATE INDEX task_inbox ON task (assignee, due, id) WHERE open = 1;
            CREATE TABLE counter (stage INTEGER PRIMARY KEY, n INTEGER NOT NULL);
            """);
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        select = Prepare("SELECT version, node, state FROM instance WHERE id = @id", "@id");
        update = Prepare(
            "UPDATE instance SET version = version + 1, node = @node, state = @state WHERE id = @id AND version = @version",
            "@node", "@state", "@id", "@version");
        journal = Prepare("INSERT INTO journal VALUES (@id, @instance, @at, @event)", "@id", "@instance", "@at", "@event");
        outbox = Prepare("INSERT INTO outbox VALUES (@id, @due, @body)", "@id", "@due", "@body");
        close = Prepare("UPDATE task SET open = 0 WHERE id = @id AND open = 1", "@id");
        open = Prepare(
            "INSERT INTO task VALUES (@id, @instance, @assignee, @due, 1, @title)", "@id", "@instance", "@assignee", "@due", "@title");
        count = Prepare("UPDATE counter SET n = n + @change WHERE stage = @stage", "@change", "@stage");
        Fill();
    }

    /// <summary>Transitions per second over at least <paramref name="atLeast"/>, and CPU microseconds of each.</summary>
    public (double PerSecond, double Cost) Measure(TimeSpan atLeast)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var done = 0;
        while (Stopwatch.GetElapsedTime(start) < atLeast)
        {
            begin.ExecuteNonQuery();
            for (var i = 0; i < PerCommit; i++)
            {
                Transit(random.Next(Instances));
            }

            commit.ExecuteNonQuery();
            done += PerCommit;
        }

        return (
            done / Stopwatch.GetElapsedTime(start).TotalSeconds,
            (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / done);
    }

    public void Dispose() => connection.Dispose();

    private void Fill()
    {
        begin.ExecuteNonQuery();
        Execute("INSERT INTO counter VALUES (0, 0), (1, 0), (2, 0), (3, 0), (4, 0)");
        var insert = Prepare("INSERT INTO instance VALUES (@id, 0, 'start', @state)", "@id", "@state");
        for (var i = 0; i < Instances; i++)
        {
            Run(insert, i, State);
            openTask[i] = next;
            Run(open, next++, i, i % 100, i % 30, "task");
        }

        commit.ExecuteNonQuery();
    }

    private void Transit(int instance)
    {
        select.Parameters[0].Value = instance;
        long version;
        using (var reader = select.ExecuteReader())
        {
            reader.Read();
            version = reader.GetInt64(0);
            _ = reader.GetString(2).Length;
        }

        Demand(Run(update, "next", State, instance, version));
        Run(journal, next++, instance, next, "Completed");
        Run(journal, next++, instance, next, "Started");
        Run(outbox, next, next, "mail");
        Demand(Run(close, openTask[instance]));
        openTask[instance] = next++;
        Run(open, openTask[instance], instance, instance % 100, instance % 30, "task");
        Run(count, 1, instance % 5);
    }

    private static void Demand(int rows)
    {
        if (rows != 1)
        {
            throw new InvalidOperationException("A guarded update of the raw loop hit nothing.");
        }
    }

    private static int Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter(name, null));
        }

        command.Prepare();
        return command;
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
