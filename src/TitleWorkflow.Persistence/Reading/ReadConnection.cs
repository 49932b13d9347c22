using Microsoft.Data.Sqlite;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Persistence.Reading;

/// <summary>A connection that keeps the statements it has prepared and, as SQLite does, the pages it has read.</summary>
internal sealed class ReadConnection(string connectionString) : IDisposable
{
    // Far more than a page or a task asks; a search with many filters makes many more, which come and go.
    private const int Most = 100;

    private readonly Dictionary<string, SqliteCommand> idle = new(StringComparer.Ordinal);
    private readonly SqliteConnection connection = SqliteSession.Open(connectionString);

    /// <summary>A statement nobody reads from.</summary>
    public SqliteCommand Take(string text)
    {
        if (!idle.Remove(text, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = text;
        }

        return command;
    }

    /// <summary>Keeps a statement that has been read.</summary>
    public void Return(SqliteCommand command)
    {
        if (idle.Count == Most)
        {
            idle.Remove(idle.Keys.First(), out var dropped);
            dropped!.Dispose();
        }

        if (!idle.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }

    /// <inheritdoc />
    public void Dispose() => connection.Dispose();
}
