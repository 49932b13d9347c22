using System.Runtime.CompilerServices;

namespace TitleWorkflow.CrashDrill;

/// <summary>How hard to hit.</summary>
public sealed record DrillOptions
{
    /// <summary>Declarations taken through the first three stages.</summary>
    public int Declarations { get; init; } = 200;

    /// <summary>How often the server is killed (SIGKILL) at a random instant.</summary>
    public int Kills { get; init; } = 50;

    /// <summary>The server's built program.</summary>
    public string Server { get; init; } = BuiltServer;

    /// <summary>How many clients work at the same time.</summary>
    public int Clients { get; init; } = 64;

    /// <summary>A PostgreSQL server where databases may be created; null for a SQLite file.</summary>
    public string? Postgres { get; init; }

    /// <summary>Processes that serve the database; more than one on PostgreSQL only. The first alone is killed then.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>The program as the solution builds it, beside this project.</summary>
    public static string BuiltServer { get; } = Path.GetFullPath(Path.Combine(
        Here(), "..", "..", "src", "TitleWorkflow.Web", "bin", Configuration, "net10.0", "TitleWorkflow.Web.dll"));

    private static string Configuration =>
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

/// <summary>What came of it.</summary>
/// <param name="Kills">Kills that hit.</param>
/// <param name="Acknowledged">Commands whose answer arrived.</param>
/// <param name="Repeated">Commands sent again with their key because the answer was lost.</param>
/// <param name="Defects">Everything that is not as the ledger says; empty when all is well.</param>
public sealed record DrillReport(int Kills, int Acknowledged, int Repeated, IReadOnlyList<string> Defects)
{
    /// <inheritdoc />
    public override string ToString() =>
        $"{Kills} kills, {Acknowledged} acknowledged commands, {Repeated} repeated, {Defects.Count} defects"
        + string.Concat(Defects.Take(20).Select(d => $"{Environment.NewLine}  {d}"));
}
