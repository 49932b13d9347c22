using System.Collections.Concurrent;
using System.Text.Json;

namespace TitleWorkflow.CrashDrill;

/// <summary>One line: a command is about to be sent, or its answer has arrived.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="Who">Account that sends it.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Address.</param>
/// <param name="Body">JSON body; null if it has none or may not be written down.</param>
/// <param name="Answer">The answer's body; null until it has arrived.</param>
public sealed record LedgerLine(string Key, string Who, string Method, string Path, string? Body, string? Answer);

/// <summary>What the driver knows, on disk before and after every command, so that nothing rests on the driver's memory.</summary>
public sealed class Ledger : IDisposable
{
    private readonly FileStream file;
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, LedgerLine> answered = new();

    /// <summary>Starts a ledger in a new file.</summary>
    public Ledger(string path) => file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);

    /// <summary>Commands whose answer arrived.</summary>
    public IReadOnlyCollection<LedgerLine> Answered => (IReadOnlyCollection<LedgerLine>)answered.Values;

    /// <summary>Writes a line and makes sure it is on disk.</summary>
    public void Write(LedgerLine line)
    {
        lock (gate)
        {
            JsonSerializer.Serialize(file, line);
            file.WriteByte((byte)'\n');
            file.Flush(flushToDisk: true);
        }

        if (line.Answer is not null)
        {
            answered[line.Key] = line;
        }
    }

    /// <inheritdoc />
    public void Dispose() => file.Dispose();
}
